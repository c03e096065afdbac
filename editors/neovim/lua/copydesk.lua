--- What Neovim leaves out: saying that the program is missing, and showing the places that a finding is linked to.

local start = require('copydesk.start')

local M = {}

--- Configures the server: `cmd`, `settings` and whatever else `:help vim.lsp.config` knows, in any version of Neovim.
function M.setup(config)
  if start.is_built_in() then
    vim.lsp.config('copydesk', config or {})
  else
    start.config = vim.tbl_deep_extend('force', start.config, config or {})
  end
end

--- Says, once, what to do when the program is not found.
function M.warn_if_missing()
  if start.is_built_in() and not vim.lsp.is_enabled('copydesk') then
    return
  end
  local cmd = start.cmd()
  if type(cmd) ~= 'table' or vim.fn.executable(cmd[1]) == 1 then
    return
  end
  vim.notify_once(
    ("Copydesk: the program '%s' was not found, so drafts are not read. "):format(cmd[1])
      .. 'Put it on your PATH, or say where it is: '
      .. "require('copydesk').setup({ cmd = { '/path/to/copydesk', 'lsp' } }). "
      .. 'See :help copydesk-install.',
    vim.log.levels.WARN
  )
end

--- The client of Copydesk at the current buffer, if it is running there.
local function client()
  for _, running in pairs(vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.lsp.buf_get_clients(0)) do
    if running.name == 'copydesk' then
      return running
    end
  end
end

--- The same; where there is none, says so.
local function client_or_warning()
  local copydesk = client()
  if not copydesk then
    vim.notify('Copydesk is not reading this buffer. See :help copydesk-trouble.', vim.log.levels.WARN)
  end
  return copydesk
end

--- The findings in `buffer`, or in all buffers, however they came: sent by the server, or asked for.
function M.findings(buffer)
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.source == 'copydesk'
  end, vim.diagnostic.get(buffer))
end

--- Whether the cursor stands inside `diagnostic`. Rows and columns count from zero.
local function holds(diagnostic, row, column)
  local after_start = row > diagnostic.lnum or (row == diagnostic.lnum and column >= diagnostic.col)
  local before_end = row < diagnostic.end_lnum or (row == diagnostic.end_lnum and column < diagnostic.end_col)
  return after_start and before_end
end

--- The findings under the cursor; where there is none, those that begin on its line.
local function findings()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  row = row - 1
  local all = M.findings(0)
  local here = vim.tbl_filter(function(diagnostic)
    return holds(diagnostic, row, column)
  end, all)
  if #here > 0 then
    return here
  end
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.lnum == row
  end, all)
end

--- The places that `diagnostic` is linked to, as entries of a location list.
local function places(diagnostic, encoding)
  return vim.tbl_map(function(related)
    local item = vim.lsp.util.locations_to_items({ related.location }, encoding)[1]
    item.text = related.message
    return item
  end, vim.tbl_get(diagnostic, 'user_data', 'lsp', 'relatedInformation') or {})
end

--- Fills the location list with the places linked to the finding under the cursor, and goes to the first.
--- CTRL-O comes back; with more places than one the list is opened. Neovim itself shows `relatedInformation` nowhere.
function M.related()
  local copydesk = client_or_warning()
  if not copydesk then
    return
  end
  local items, messages = {}, {}
  for _, diagnostic in ipairs(findings()) do
    local linked = places(diagnostic, copydesk.offset_encoding)
    if #linked > 0 then
      vim.list_extend(items, linked)
      table.insert(messages, diagnostic.message)
    end
  end
  if #items == 0 then
    vim.notify('Copydesk: nothing here is linked to another place.', vim.log.levels.INFO)
    return
  end
  local window = vim.api.nvim_get_current_win()
  vim.fn.setloclist(window, {}, ' ', { title = 'Copydesk: ' .. table.concat(messages, ' | '), items = items })
  if #items > 1 then
    vim.cmd('botright lopen')
    vim.api.nvim_set_current_win(window)
  end
  vim.cmd('lfirst')
end

--- Has the server carry out a command; `done` is given what it answers. Why it cannot is said.
local function execute(command, argument, done)
  local copydesk = client_or_warning()
  if not copydesk then
    return
  end
  local function answered(trouble, answer)
    if trouble then
      vim.notify(trouble.message, vim.log.levels.ERROR)
    elseif done then
      done(answer)
    end
  end
  local asked = { command = command, arguments = { argument } }
  if start.is_built_in() then
    copydesk:request('workspace/executeCommand', asked, answered)
  else
    copydesk.request('workspace/executeCommand', asked, answered)
  end
end

--- Has the server open the fact sheet of this draft.
function M.facts()
  execute('copydesk.facts', { uri = vim.uri_from_bufnr(0) })
end

--- Has the server read all drafts in `folder`, else in the folder of this draft, and lists what is found: `:cnext` goes on.
function M.check_folder(folder)
  local path = folder and folder ~= '' and folder or vim.fn.expand('%:p:h')
  execute('copydesk.check-folder', { uri = vim.uri_from_fname(vim.fn.fnamemodify(path, ':p')) }, function(answer)
    if answer and answer.stopped then
      return
    end
    local items = vim.diagnostic.toqflist(M.findings(nil))
    vim.fn.setqflist({}, ' ', { title = 'Copydesk: ' .. path, items = items })
    vim.cmd(#items > 0 and 'botright copen' or 'cclose')
  end)
end

--- Makes every fix in this draft that leaves no choice.
function M.fix_all()
  local copydesk = client_or_warning()
  if copydesk then
    vim.lsp.buf.code_action({ context = { only = { 'source.fixAll.copydesk' }, diagnostics = {} }, apply = true })
  end
end

return M
