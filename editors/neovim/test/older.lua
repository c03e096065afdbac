--- The same program in a Neovim before 0.11, which starts servers another way. Run by `test/run` where NVIM_OLDER names one.
---   COPYDESK=PATH COPYDESK_PLUGIN=editors/neovim nvim --headless -u NONE -S editors/neovim/test/older.lua
--- Prints one TAP line per assertion; exits 1 if one fails.

local PATIENCE_MS = 10000
local DRAFT = {
  '---',
  'date: 2020-12-17',
  '---',
  '',
  'BRUXELLES (BELGA) = La grève commence vendredi 17 décembre 2020, a annoncé le syndicat.',
  '',
  "Il ne reste que 2.500 soldats dans le pays, contre 13.000 l'an dernier.",
}

local asserted, failed = 0, 0

local function ok(holds, claim)
  asserted = asserted + 1
  failed = failed + (holds and 0 or 1)
  io.stdout:write(('%s %d - %s\n'):format(holds and 'ok' or 'not ok', asserted, claim))
end

local function found(code)
  return vim.tbl_filter(function(diagnostic)
    return vim.tbl_get(diagnostic, 'user_data', 'lsp', 'code') == code or diagnostic.code == code
  end, vim.diagnostic.get(0))
end

local function session()
  vim.opt.runtimepath:prepend(vim.env.COPYDESK_PLUGIN)
  vim.cmd('filetype plugin on')
  vim.cmd('runtime plugin/copydesk.lua')
  require('copydesk').setup({ cmd = { vim.env.COPYDESK, 'lsp' } })

  local file = vim.fn.tempname() .. '.md'
  vim.fn.writefile(DRAFT, file)
  vim.cmd('edit ' .. file)
  ok(vim.wait(PATIENCE_MS, function()
    return #found('weekday-mismatch') == 1 and #found('figure-contrast') == 1
  end), 'both findings arrive')

  vim.fn.cursor(7, found('figure-contrast')[1].col + 1)
  local other = vim.fn.getline('.'):find('^13', vim.fn.col('.')) and '^2' or '^13'
  vim.cmd('silent CopydeskRelated')
  ok(vim.fn.getline('.'):sub(vim.fn.col('.')):find(other), ':CopydeskRelated goes to the other figure')

  vim.cmd('silent checkhealth copydesk')
  local report = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
  ok(report:find('reads 1 open draft', 1, true), ':checkhealth copydesk says that a draft is read')
  ok(not report:find('ERROR', 1, true), 'and finds nothing wrong')
end

local fine, trouble = xpcall(session, debug.traceback)
if not fine then
  ok(false, trouble)
end
io.stdout:write(('1..%d\n'):format(asserted))
vim.lsp.stop_client(vim.lsp.get_active_clients(), true)
vim.cmd(failed > 0 and 'cquit 1' or 'quitall!')
