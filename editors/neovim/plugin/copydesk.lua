--- Starts Copydesk for drafts, and adds `:CopydeskRelated`, `:CopydeskFacts`, `:CopydeskCheckFolder` and `:CopydeskFixAll`.

if vim.g.loaded_copydesk then
  return
end
vim.g.loaded_copydesk = true

if vim.fn.has('nvim-0.7') == 0 then
  vim.notify('Copydesk needs Neovim 0.7 or newer.', vim.log.levels.WARN)
  return
end

vim.api.nvim_create_user_command('CopydeskRelated', function()
  require('copydesk').related()
end, { desc = 'Go to the place that the finding under the cursor is linked to' })

vim.api.nvim_create_user_command('CopydeskFacts', function()
  require('copydesk').facts()
end, { desc = 'Open the fact sheet of this draft' })

vim.api.nvim_create_user_command('CopydeskCheckFolder', function(command)
  require('copydesk').check_folder(command.args)
end, { nargs = '?', complete = 'dir', desc = 'List what is found in all drafts of a folder' })

vim.api.nvim_create_user_command('CopydeskFixAll', function()
  require('copydesk').fix_all()
end, { desc = 'Make every fix in this draft that leaves no choice' })

if vim.g.copydesk_disable then
  return
end
require('copydesk.start').enable()

-- Neovim starts no server whose program is missing, and says so only in its log.
vim.api.nvim_create_autocmd('FileType', {
  group = vim.api.nvim_create_augroup('copydesk', {}),
  pattern = require('copydesk.start').filetypes,
  desc = 'Say once what to do when the program copydesk is missing',
  callback = function(event)
    if vim.bo[event.buf].buftype == '' then
      require('copydesk').warn_if_missing()
    end
  end,
})
