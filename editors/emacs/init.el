(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((markdown-mode text-mode) . ("copydesk" "lsp"))))
(add-hook 'markdown-mode-hook #'eglot-ensure)
(add-hook 'text-mode-hook #'eglot-ensure)
