-- Posts each line of the file $ORDERS once. The lines are read before the first request.
--
-- With $RATE, so many requests a second over $CONNECTIONS connections: each pauses between its requests, by chance so that they do
-- not march in step.
local bodies, at = {}, 0
local rate, connections = tonumber(os.getenv("RATE")), tonumber(os.getenv("CONNECTIONS"))

function init()
  for line in io.lines(os.getenv("ORDERS")) do bodies[#bodies + 1] = line end
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  math.randomseed(7)
end

function request()
  at = at + 1
  if at > #bodies then error("the orders are used up: make more of them, or measure for a shorter time") end
  return wrk.format(nil, nil, nil, bodies[at])
end

if rate then
  function delay() return math.random() * 2 * 1000 * connections / rate end
end
