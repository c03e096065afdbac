--- Starting the server: by `vim.lsp.enable` from Neovim 0.11 on, and by hand where that is not there yet (0.7 to 0.10).

local M = {}

--- The kinds of file that are drafts.
M.filetypes = { 'markdown', 'text' }

--- What an older Neovim starts: the table that `require('copydesk').setup` was given, over these defaults.
M.config = { name = 'copydesk', cmd = { 'copydesk', 'lsp' } }

--- The client that runs already, whatever draft it was started for.
local running

--- Attaches the server to `buffer`, starting it for the first draft.
function M.attach(buffer)
  if vim.bo[buffer].buftype ~= '' or vim.fn.executable(M.config.cmd[1]) == 0 then
    return
  end
  if not (running and vim.lsp.get_client_by_id(running)) then
    local settings = vim.tbl_get(M.config, 'settings', 'copydesk')
    running = vim.lsp.start_client(vim.tbl_extend('keep', { init_options = settings }, M.config))
  end
  if running then
    vim.lsp.buf_attach_client(buffer, running)
  end
end

--- Whether this Neovim configures and starts servers itself.
function M.is_built_in()
  return vim.fn.has('nvim-0.11') == 1
end

--- Starts the server for drafts, those to come and the one that is open.
function M.enable()
  if M.is_built_in() then
    vim.lsp.enable('copydesk')
    return
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('copydesk_start', {}),
    pattern = M.filetypes,
    desc = 'Read the draft with Copydesk',
    callback = function(event)
      M.attach(event.buf)
    end,
  })
  if vim.tbl_contains(M.filetypes, vim.bo.filetype) then
    M.attach(0)
  end
end

--- The command that starts the server, as it is configured now.
function M.cmd()
  return M.is_built_in() and vim.lsp.config.copydesk.cmd or M.config.cmd
end

return M
