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

package io.github.faultbook.sample.bank;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.stereotype.Component;

/**
 * Simulates the bank on a port of its own. As in sandboxes of real banks, the amount
 * determines the outcome: the response to 5.02 is garbage, and there is no response to
 * 5.04.
 */
@Component
class BankSandbox implements AutoCloseable {

	private final HttpServer server;

	BankSandbox() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/transfers", BankSandbox::transfer);
		this.server.start();
	}

	private static void transfer(HttpExchange exchange) throws IOException {
		String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		if (request.contains("5.04")) {
			// The connection stays open until the server stops
			return;
		}
		String answer = request.contains("5.02") ? "<h1>It works!</h1>" : "{\"reference\":\"transfer-1\"}";
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, 0);
		exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
		exchange.close();
	}

	String url() {
		return "http://%s:%d".formatted(this.server.getAddress().getHostString(), this.server.getAddress().getPort());
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
