--- `:checkhealth copydesk`: whether drafts are read, and what to do if not.

local start = require('copydesk.start')

--- Neovim's reporters under the names that they have had since 0.10.
local reporters = vim.health or require('health')
local health = setmetatable({}, {
  __index = function(_, name)
    return reporters[name] or reporters['report_' .. name]
  end,
})

--- The program's own word on its version; `nil` if it cannot be run.
local function version(program)
  local said = vim.fn.system({ program, '--version' })
  return vim.v.shell_error == 0 and vim.trim(said) or nil
end

local function check_program()
  local cmd = start.cmd()
  if type(cmd) ~= 'table' then
    health.info('the server is started by a function of your own')
    return
  end
  local program = cmd[1]
  if vim.fn.executable(program) == 0 then
    health.error(("there is no program '%s'"):format(program), { 'Put it on your PATH, or name it: :help copydesk-install' })
    return
  end
  local said = version(program)
  if said then
    health.ok(('%s, at %s'):format(said, vim.fn.exepath(program)))
  else
    health.error(("'%s --version' fails"):format(program), { 'Run it in a shell to see why' })
  end
end

local function check_clients()
  local all = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  local running = vim.tbl_filter(function(client)
    return client.name == 'copydesk'
  end, all)
  if #running == 0 then
    health.warn('it is not running', { 'Open a draft: a file of type ' .. table.concat(start.filetypes, ' or ') })
    return
  end
  for _, client in ipairs(running) do
    local drafts = #(vim.lsp.get_buffers_by_client_id(client.id))
    health.ok(('it runs, and reads %d open draft(s)'):format(drafts))
    local asks = client.server_capabilities and client.server_capabilities.diagnosticProvider
    health.info(asks and 'Neovim asks for findings when a draft changes' or 'findings are sent as they are found')
  end
end

return {
  check = function()
    health.start('Copydesk')
    if not start.is_built_in() then
      health.info('Neovim before 0.11: the server is started by the plugin, and configured by require("copydesk").setup')
    end
    check_program()
    check_clients()
  end,
}
