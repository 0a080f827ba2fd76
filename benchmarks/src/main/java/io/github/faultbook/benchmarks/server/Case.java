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

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;

/**
 * A request and the status of its response.
 */
enum Case {

	/**
	 * A handler that returns a body with an error status, without an exception.
	 */
	ORDINARY("GET", "/ordinary/inv_0815", "", 404),

	/**
	 * A handler that throws the application's own exception.
	 */
	NOT_FOUND("GET", "/invoices/inv_0815", "", 404),

	/**
	 * A body with two invalid fields.
	 */
	INVALID("POST", "/invoices", "{\"customer\":\"\",\"amount\":0,\"text\":\"for services rendered\"}", 400),

	/**
	 * A body that is not valid JSON.
	 */
	MALFORMED("POST", "/malformed", "{\"customer\":\"c_1\",\"amount\":", 400),

	/**
	 * A handler that throws an unexpected exception.
	 */
	UNEXPECTED("GET", "/unexpected", "", 500),

	/**
	 * A path without a handler.
	 */
	UNKNOWN_ROUTE("GET", "/receipts/rec_0815", "", 404);

	private final String method;

	private final String path;

	private final String body;

	private final int status;

	Case(String method, String path, String body, int status) {
		this.method = method;
		this.path = path;
		this.body = body;
		this.status = status;
	}

	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * Return this request as a script for wrk.
	 * @return the script, in Lua
	 */
	String script() {
		return """
				wrk.method = "%s"
				wrk.path = "%s"
				wrk.headers["Accept"] = "application/json"
				wrk.headers["Content-Type"] = "application/json"
				wrk.body = [[%s]]
				""".formatted(this.method, this.path, this.body);
	}

	/**
	 * Return this request.
	 * @param server the address of the server
	 * @return the request
	 */
	HttpRequest request(URI server) {
		return HttpRequest.newBuilder(server.resolve(this.path))
			.method(this.method, HttpRequest.BodyPublishers.ofString(this.body))
			.header("Accept", "application/json")
			.header("Content-Type", "application/json")
			.build();
	}

	int status() {
		return this.status;
	}

	/**
	 * Return the case whose limit applies to this one. There is one limit for each
	 * status: a malformed body cannot be read without an exception, so the limit of a
	 * body that is read and validated applies, and the limit of an unknown path is a
	 * handler.
	 * @return the case
	 */
	Case limit() {
		return switch (this) {
			case MALFORMED -> INVALID;
			case UNKNOWN_ROUTE -> NOT_FOUND;
			default -> this;
		};
	}

}
