/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs <a href="https://github.com/wg/wrk">wrk</a>, which sends one request over several
 * connections for some seconds.
 */
final class Wrk {

	private static final int CONNECTIONS = 8;

	private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");

	private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

	private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

	private Wrk() {
	}

	/**
	 * Send a request repeatedly.
	 * @param server the server
	 * @param sent the request, which fails with a status of 400 or above
	 * @param seconds how long to send it
	 * @return the number of requests that the server answered, in total and per second
	 * @throws IOException if wrk is not installed, or the server does not always respond
	 * with an error
	 * @throws InterruptedException if interrupted
	 */
	static Load run(ServerProcess server, Case sent, int seconds) throws IOException, InterruptedException {
		Path script = Files.createTempFile("request", ".lua");
		try {
			Files.writeString(script, sent.script());
			Process process = start(server, script, seconds);
			String output;
			try (InputStream input = process.getInputStream()) {
				output = new String(input.readAllBytes(), StandardCharsets.UTF_8);
			}
			long requests = (long) find(REQUESTS, output);
			if (process.waitFor() != 0 || requests == 0 || requests != (long) find(FAILED, output)) {
				throw new IOException(sent + " was not answered as it should be: " + output);
			}
			return new Load(requests, find(RATE, output));
		}
		finally {
			Files.delete(script);
		}
	}

	private static Process start(ServerProcess server, Path script, int seconds) throws IOException {
		try {
			return new ProcessBuilder("wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-s", script.toString(),
					server.address().toString())
				.redirectErrorStream(true)
				.start();
		}
		catch (IOException ex) {
			throw new IOException("Install wrk, for example with 'apt-get install wrk'", ex);
		}
	}

	private static double find(Pattern pattern, String output) {
		Matcher matcher = pattern.matcher(output);
		return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
	}

	/**
	 * The load that a server handled.
	 *
	 * @param requests the number of requests
	 * @param perSecond the number of requests per second
	 */
	record Load(long requests, double perSecond) {

	}

}
