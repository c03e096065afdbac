--- A real session: Neovim, the plugin, and the program given as the first argument.
---   nvim --headless -u NONE -l editors/neovim/test/session.lua PATH_TO_COPYDESK
--- Prints one TAP line per assertion; exits 1 if one fails.

local DRAFT = [[
---
date: 2020-12-17
---

# Titre

WASHINGTON 17/12 (BELGA) = Le général Paul Martens a rencontré mercredi le président Ashraf Ghani. Le retrait a été annoncé
vendredi 17 décembre 2020 par le ministre.

L'armée ne garde que 2.500 soldats dans le pays, contre environ 13.000 il y a un an.
]]
local WEEKDAY = { row = 8, message = 'Le 17 décembre 2020 était un jeudi, pas un vendredi.' }
local PATIENCE_MS = 10000

local program = vim.fn.fnamemodify(assert(_G.arg[1], 'usage: session.lua PATH_TO_COPYDESK'), ':p')
local plugin = vim.fs.normalize(vim.fs.joinpath(vim.fs.dirname(vim.fs.abspath(_G.arg[0])), '..'))
local workplace = vim.fn.tempname()

-- TAP ---------------------------------------------------------------------------------------------------------------

local asserted, failed = 0, 0

local function say(text)
  io.stdout:write(text, '\n')
end

--- One assertion; `got` is shown when it fails.
local function ok(holds, claim, got)
  asserted = asserted + 1
  say(('%s %d - %s'):format(holds and 'ok' or 'not ok', asserted, claim))
  if not holds then
    failed = failed + 1
    say('#   got: ' .. vim.inspect(got):gsub('\n', '\n#   '))
  end
  return holds
end

local function is(got, wanted, claim)
  return ok(vim.deep_equal(got, wanted), ('%s: %s'):format(claim, vim.inspect(wanted)), got)
end

--- Leaves at once, with all that was started and written gone.
local function finish(reason)
  vim.lsp.enable('copydesk', false)
  vim.wait(PATIENCE_MS, function()
    return #vim.lsp.get_clients() == 0
  end)
  ok(#vim.lsp.get_clients() == 0, 'the server ends when it is asked to', vim.lsp.get_clients())
  vim.fn.delete(workplace, 'rf')
  if reason then
    say('Bail out! ' .. reason)
  end
  say(('1..%d'):format(asserted))
  os.exit((failed > 0 or reason) and 1 or 0)
end

--- Waits for `condition`, and gives up the session if it never holds, as what follows would only mislead.
local function await(claim, condition, got)
  local holds = vim.wait(PATIENCE_MS, condition, 20)
  if not ok(holds, claim, got and got()) then
    finish('waited ' .. PATIENCE_MS / 1000 .. ' s for: ' .. claim)
  end
end

-- What a reporter sees and does -------------------------------------------------------------------------------------

local function line(row)
  return vim.api.nvim_buf_get_lines(0, row - 1, row, true)[1]
end

local function findings(code)
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.code == code
  end, vim.diagnostic.get(0))
end

local function underlined(diagnostic)
  local d = diagnostic
  return table.concat(vim.api.nvim_buf_get_text(0, d.lnum, d.col, d.end_lnum, d.end_col, {}), '\n')
end

--- The text of `words`, found in the buffer, with the cursor put on its first character.
local function go_to(words)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search('\\V' .. words, 'cW') > 0, 'not in the draft: ' .. words)
end

local function text_at_cursor()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  return line(row):sub(column + 1)
end

--- Asks the server `method` at the cursor.
local function ask(method, params)
  local client = assert(vim.lsp.get_clients({ bufnr = 0, name = 'copydesk' })[1])
  params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, client.offset_encoding), params or {})
  local answer, trouble = client:request_sync(method, params, PATIENCE_MS)
  if not answer or answer.err then
    finish(method .. ': ' .. vim.inspect(trouble or answer.err))
  end
  return answer.result
end

local function hover()
  local result = ask('textDocument/hover')
  return type(result) == 'table'
      and table.concat(vim.lsp.util.convert_input_to_markdown_lines(result.contents), '\n')
    or ''
end

-- The session -------------------------------------------------------------------------------------------------------

local function opening()
  vim.opt.runtimepath:prepend(plugin)
  vim.cmd('filetype plugin on')
  vim.lsp.config('copydesk', { cmd = { program, 'lsp' } })
  vim.cmd.runtime('plugin/copydesk.lua')

  vim.fn.mkdir(workplace, 'p')
  local file = vim.fs.joinpath(workplace, 'brouillon.md')
  vim.fn.writefile(vim.split(DRAFT, '\n'), file, 'b')
  vim.cmd.edit(file)
  is(vim.bo.filetype, 'markdown', 'the draft opens as')
  await('the server starts, though no folder is marked', function()
    local client = vim.lsp.get_clients({ bufnr = 0, name = 'copydesk' })[1]
    return client and client.initialized
  end)
  await('findings arrive', function()
    return #findings('weekday-mismatch') > 0 and #findings('figure-contrast') > 0
  end, vim.diagnostic.get)
  is(#vim.diagnostic.get(0), 2, 'number of findings')
end

local function weekday()
  local found = findings('weekday-mismatch')
  is(#found, 1, 'findings of weekday-mismatch')
  is(found[1].severity, vim.diagnostic.severity.ERROR, 'it is an error')
  is(found[1].source, 'copydesk', 'its source')
  is(found[1].message, WEEKDAY.message, 'it says')
  is(underlined(found[1]), 'vendredi 17 décembre 2020', 'it underlines')
end

local function contrast()
  local found = findings('figure-contrast')
  is(#found, 1, 'findings of figure-contrast')
  is(found[1].severity, vim.diagnostic.severity.INFO, 'it is information')
  local linked = vim.tbl_get(found[1], 'user_data', 'lsp', 'relatedInformation') or {}
  is(#linked, 1, 'places linked to it')

  local here = underlined(found[1])
  local other = here:find('2.500', 1, true) and '13.000' or '2.500'
  ok(here:find('2.500', 1, true) or here:find('13.000', 1, true), 'it underlines one of the figures', here)
  vim.api.nvim_win_set_cursor(0, { found[1].lnum + 1, found[1].col })
  vim.cmd('silent CopydeskRelated')
  local list = vim.fn.getloclist(0)
  is(#list, 1, ':CopydeskRelated fills the location list; places')
  ok(list[1] and list[1].text ~= '', 'the place says what it is', list)
  local landed = text_at_cursor():sub(1, 30)
  ok(landed:find(other, 1, true), (':CopydeskRelated goes to the other figure, %s'):format(other), landed)
end

local function hovering()
  go_to('Ghani')
  local card = hover()
  ok(card:find('Ashraf Ghani', 1, true), 'the card over Ghani names Ashraf Ghani', card)
  local before = line(7)
  vim.api.nvim_buf_set_text(0, 6, 0, 6, 0, { '😀 ' })
  go_to('Ghani')
  card = hover()
  ok(card:find('Ashraf Ghani', 1, true), 'also with an emoji before it on the line', card)
  vim.cmd('silent undo')
  is(line(7), before, 'undo takes the emoji away; the line')
end

local function fixing()
  local found = findings('weekday-mismatch')[1]
  vim.api.nvim_win_set_cursor(0, { WEEKDAY.row, found.col })
  local reported = found.user_data.lsp
  local actions = ask('textDocument/codeAction', {
    range = reported.range,
    context = { diagnostics = { reported }, only = { 'quickfix' } },
  }) or {}
  if not ok(#actions > 0, 'fixes are offered', actions) then
    finish('no fix to apply')
  end
  ok(actions[1].title ~= '', ('the first fix is called: %s'):format(actions[1].title))

  -- The way of `gra` (vim.lsp.buf.code_action), with the first fix chosen.
  vim.lsp.buf.code_action({
    context = { only = { 'quickfix' } },
    filter = function(action)
      return action.title == actions[1].title
    end,
    apply = true,
  })
  await('the fix is applied', function()
    return not line(WEEKDAY.row):find('vendredi', 1, true)
  end, function()
    return line(WEEKDAY.row)
  end)
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
  is(text == DRAFT:gsub('vendredi', 'jeudi'), true, 'the draft has jeudi for vendredi and no other change')
  await('the finding goes', function()
    return #findings('weekday-mismatch') == 0
  end, vim.diagnostic.get)
  is(#findings('figure-contrast'), 1, 'the other finding stays; number')

  vim.cmd('silent undo')
  await('undo brings the finding back', function()
    return #findings('weekday-mismatch') == 1
  end)
  vim.cmd('silent write')
end

--- `:CopydeskFacts` has the sheet opened as Neovim opens what lies outside.
local function fact_sheet()
  local opened, open = nil, vim.ui.open
  vim.ui.open = function(address)
    opened = address
    return nil, nil
  end
  vim.cmd('CopydeskFacts')
  vim.wait(PATIENCE_MS, function()
    return opened ~= nil
  end, 20)
  vim.ui.open = open
  local sheet = opened and vim.uri_to_fname(opened)
  local page = sheet and table.concat(vim.fn.readfile(sheet), '\n') or ''
  ok(page:find('13.000', 1, true), ':CopydeskFacts opens a page with the figures of the draft', opened)
  if sheet then
    vim.fn.delete(sheet)
  end
end

--- `:CopydeskCheckFolder` lists what is found in drafts that are not open, and forgets it when they are put right.
local function folder()
  local other = vim.fs.joinpath(workplace, 'autre.md')
  vim.fn.writefile(vim.split(DRAFT, '\n'), other, 'b')
  local function listed(name)
    return vim.tbl_filter(function(item)
      return vim.fs.basename(vim.api.nvim_buf_get_name(item.bufnr)) == name
    end, vim.fn.getqflist())
  end
  vim.cmd('CopydeskCheckFolder')
  await(':CopydeskCheckFolder lists the findings', function()
    return #vim.fn.getqflist() > 0
  end)
  is(#listed('autre.md'), 2, 'of a draft that is not open')
  is(#listed('brouillon.md'), 2, 'and of the one that is, each once')
  vim.cmd('cclose')

  vim.fn.writefile({ 'Rien à signaler.' }, other)
  vim.fn.setqflist({})
  vim.cmd('CopydeskCheckFolder ' .. vim.fn.fnameescape(workplace))
  await('of the folder that is named too', function()
    return #vim.fn.getqflist() > 0
  end)
  is(#listed('autre.md'), 0, 'what was put right is gone; findings')
  vim.cmd('cclose')
end

--- `:CopydeskFixAll` puts right what has one way to be, and leaves the weekday, which has several.
local function fix_all()
  local before = vim.api.nvim_buf_get_lines(0, 0, -1, true)
  vim.api.nvim_buf_set_lines(0, -1, -1, true, { '', 'Le bail prend fin le 31 novembre 2020.' })
  await('a day that there is not is found', function()
    return #findings('impossible-date') == 1
  end)
  vim.cmd('CopydeskFixAll')
  await(':CopydeskFixAll puts it right', function()
    return line(#before + 2):find('30 novembre', 1, true) ~= nil
  end)
  ok(line(WEEKDAY.row):find('vendredi', 1, true), 'the weekday stays as it is')
  vim.api.nvim_buf_set_lines(0, 0, -1, true, before)
  vim.cmd('silent write')
end

--- `:checkhealth copydesk` says that the draft is read, by which program.
local function health()
  local draft = vim.api.nvim_get_current_buf()
  vim.cmd('silent checkhealth copydesk')
  local report = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
  ok(report:find('reads 1 open draft', 1, true), ':checkhealth copydesk says that a draft is read', report)
  ok(report:find(program, 1, true), 'and names the program', report)
  ok(not report:find('ERROR', 1, true), 'and finds nothing wrong', report)
  vim.cmd('silent bwipeout')
  vim.api.nvim_set_current_buf(draft)
end

--- Without the program: one message that says what to do, however many drafts are opened.
local function without_the_program()
  local said, notify = {}, vim.notify
  vim.notify = function(message)
    table.insert(said, message)
  end
  vim.lsp.config('copydesk', { cmd = { '/nowhere/copydesk', 'lsp' } })
  for _, name in ipairs({ 'a.md', 'b.txt' }) do
    vim.cmd.edit(vim.fs.joinpath(workplace, name))
    vim.wait(200)
  end
  vim.notify = notify
  is(#said, 1, 'messages when the program is missing')
  ok((said[1] or ''):find('/nowhere/copydesk', 1, true), 'the message names the program', said)
end

--- `:help copydesk` works after :helptags; done on a copy, so that nothing is left in the plugin.
local function help()
  local doc = vim.fs.joinpath(workplace, 'doc')
  vim.fn.mkdir(doc)
  vim.uv.fs_copyfile(vim.fs.joinpath(plugin, 'doc', 'copydesk.txt'), vim.fs.joinpath(doc, 'copydesk.txt'))
  local fine, trouble = pcall(vim.cmd.helptags, doc)
  ok(fine, 'the tags of the help page are valid', trouble)
  local tags = fine and vim.fn.readfile(vim.fs.joinpath(doc, 'tags')) or {}
  local names = {}
  for _, tag in ipairs(tags) do
    names[vim.split(tag, '\t')[1]] = true
  end
  for _, name in ipairs({ 'copydesk', 'copydesk-install', 'copydesk-older', 'copydesk-trouble', ':CopydeskRelated', ':CopydeskFacts', ':CopydeskCheckFolder', ':CopydeskFixAll' }) do
    ok(names[name], ':help ' .. name, tags)
  end
end

local function session()
  for _, part in ipairs({ opening, weekday, contrast, hovering, fixing, fact_sheet, folder, fix_all, health, without_the_program, help }) do
    part()
  end
end

local fine, trouble = xpcall(session, debug.traceback)
finish(not fine and trouble or nil)
