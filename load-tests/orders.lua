-- Posts each line of a file once. Lines are read before the first request; when they are used up the run is void.
local bodies, at = {}, 0

function setup(thread)
  thread:set("file", os.getenv("ORDERS"))
end

function init()
  for line in io.lines(file) do bodies[#bodies + 1] = line end
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
end

function request()
  at = at + 1
  if at > #bodies then at = 1; void = true end
  return wrk.format(nil, nil, nil, bodies[at])
end
