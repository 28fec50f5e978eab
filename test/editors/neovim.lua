-- Opens the sheet that Neovim was started with in Neovim's own LSP client, does what a coder would do,
-- and prints one line of JSON. ATOP_SERVER is the server's command line and ATOP_SETTINGS what the user
-- has set, both as JSON; where ATOP_PULL is set, diagnostics are asked for and not waited for.

local PATIENCE = 60000

local function fail(what)
  io.stderr:write(what .. '\n')
  vim.cmd('cquit')
end

local function wait_for(what, condition)
  if not vim.wait(PATIENCE, condition, 20) then fail('Neovim waited in vain for ' .. what) end
end

local function ask(method, params)
  local answers, problem = vim.lsp.buf_request_sync(0, method, params, PATIENCE)
  if not answers then fail(method .. ': ' .. tostring(problem)) end
  local _, answer = next(answers)
  if not answer or answer.err or answer.error then fail(method .. ': ' .. vim.inspect(answer)) end
  return answer.result
end

local function pushed()
  return vim.tbl_map(function(shown)
    local code = shown.code or shown.user_data.lsp.code
    return string.format('%d:%d %d %s', shown.lnum, shown.col, shown.severity, code)
  end, vim.diagnostic.get(0))
end

local function pulled()
  local params = { textDocument = vim.lsp.util.make_text_document_params() }
  return vim.tbl_map(function(item)
    local start = item.range.start
    return string.format('%d:%d %d %s', start.line, start.character, item.severity, item.code)
  end, ask('textDocument/diagnostic', params).items)
end

local pulls = vim.env.ATOP_PULL ~= nil
local findings = pulls and pulled or pushed

local function has(code)
  return vim.tbl_contains(vim.tbl_map(function(found) return found:match('%S+$') end, findings()), code)
end

local capabilities = vim.lsp.protocol.make_client_capabilities()
if pulls then capabilities.textDocument.diagnostic = { dynamicRegistration = false } end
local client = vim.lsp.start_client({
  name = 'atop',
  cmd = vim.fn.json_decode(vim.env.ATOP_SERVER),
  root_dir = vim.fn.expand('%:p:h'),
  capabilities = capabilities,
  init_options = { settings = vim.fn.json_decode(vim.env.ATOP_SETTINGS) },
})
if not client then fail('Neovim could not start the server') end
vim.bo.filetype = 'atop'
vim.lsp.buf_attach_client(0, client)
wait_for('the server', function()
  local known = vim.lsp.get_client_by_id(client)
  return known and known.initialized
end)

local told = {}
wait_for('findings', function() return #findings() > 0 end)
told.findings = findings()

-- A state's code, hovered.
vim.fn.search('370 Belarus')
local hover = ask('textDocument/hover', vim.lsp.util.make_position_params(0, 'utf-16'))
told.hover = hover.contents.value

-- The open question 13, answered; the server is told of the changed line alone.
local open = vim.fn.search('^renewals):$')
vim.api.nvim_buf_set_lines(0, open, open, true, { 'None' })
wait_for('the answer to be seen', function() return not has('missing-answer') end)
told.answered = findings()

-- The sheet, formatted by Neovim.
if vim.lsp.buf.format then
  vim.lsp.buf.format({ timeout_ms = PATIENCE })
else
  vim.lsp.buf.formatting_sync(nil, PATIENCE)
end
told.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'

io.stdout:write(vim.fn.json_encode(told) .. '\n')
vim.cmd('qall!')
