--- How Neovim starts Copydesk. Override any of it with `vim.lsp.config('copydesk', { … })`.

---@type vim.lsp.Config
return {
  cmd = { 'copydesk', 'lsp' },
  filetypes = { 'markdown', 'text' },
  -- A draft in no such folder is read as well.
  root_markers = { '.git' },
  -- The server then knows the settings from its first reading on, not only once they are sent as a change.
  before_init = function(params, config)
    params.initializationOptions = vim.tbl_get(config, 'settings', 'copydesk')
  end,
}
