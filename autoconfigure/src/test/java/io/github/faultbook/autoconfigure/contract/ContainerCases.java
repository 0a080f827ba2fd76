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

package io.github.faultbook.autoconfigure.contract;

import java.util.List;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;

/**
 * The requests of the contract that a container refuses, where Tomcat and Jetty may
 * choose different statuses.
 */
final class ContainerCases {

	private static final String HOST = "\r\nHost: localhost\r\nConnection: close\r\n";

	private static final ErrorCatalog CATALOG = ErrorCatalog.of(List.of());

	private final boolean tomcat;

	private ContainerCases(Server.Container container) {
		this.tomcat = container == Server.Container.TOMCAT;
	}

	static Stream<ContractCase> of(Server.Container container) {
		return new ContainerCases(container).all();
	}

	private Stream<ContractCase> all() {
		return Stream.of(refused("illegal character", "GET /a\"<b HTTP/1.1" + HOST + "\r\n", 400, 400, "", "/a\"<b"),
				refused("oversized header", "GET /nope HTTP/1.1" + HOST + "X-Large: " + "x".repeat(20_000) + "\r\n\r\n",
						400, 431, "/nope", "/nope"),
				refused("no host", "GET /nope HTTP/1.1\r\nConnection: close\r\n\r\n", 400, 400, "/nope", "/nope"),
				refused("session in the path", "GET /a;jsessionid=1A2B/b;c?d=e HTTP/1.1\r\nConnection: close\r\n\r\n",
						400, 400, "/a/b", "/a/b"),
				refused("two hosts", "GET /nope HTTP/1.1" + HOST + "Host: other\r\n\r\n", 400, 400, "/nope", "/nope"),
				refused("unknown version", "GET /nope HTTP/9.9" + HOST + "\r\n", 505, 505, "/nope", ""),
				refused("malformed length", "POST /orders HTTP/1.1" + HOST + "Content-Length: x\r\n\r\n", 400, 400,
						"/orders", "/orders"),
				refused("malformed escape", "GET /%zz HTTP/1.1" + HOST + "\r\n", 400, 400, "/%zz", ""),
				refused("escaped slash", "GET /a%2fb HTTP/1.1" + HOST + "\r\n", 400, 400, "/a%2fb", "/a%2fb"),
				refused("escaped null", "GET /a%00b HTTP/1.1" + HOST + "\r\n", 400, 400, "/a%00b", ""),
				refused("path above the root", "GET /../../etc/passwd HTTP/1.1" + HOST + "\r\n", 400, 400,
						"/../../etc/passwd", ""),
				refused("garbage", "\u0001\u0002\u0003 garbage\r\n\r\n", 400, 400, "", ""), chunk(),
				refused("malformed header behind CONNECT", "CONNECT /nope HTTP/1.1" + HOST + "a b: c\r\n\r\n", 501, 400,
						"/nope", ""),
				trace(),
				refused("unknown transfer coding", "POST /orders HTTP/1.1" + HOST + "Transfer-Encoding: zip\r\n\r\n",
						501, 400, "/orders", "/orders"),
				upgrade(), wrappedTwice(), wrappedBySubclass());
	}

	/**
	 * Send a chunk without a size, which Jetty leaves to the application to find.
	 * @return the case
	 */
	private ContractCase chunk() {
		ContractCase chunk = ContractCase.of("malformed chunk", "POST /orders", CommonError.INVALID_REQUEST)
			.with("Content-Type: application/json\r\nTransfer-Encoding: chunked")
			.append("zz\r\n{}");
		return this.tomcat ? chunk.withoutSecurityHeaders() : chunk;
	}

	/**
	 * Send TRACE, which Jetty leaves to the firewall of Spring Security.
	 * @return the case
	 */
	private ContractCase trace() {
		ContractCase trace = refused("TRACE", "TRACE /nope HTTP/1.1" + HOST + "\r\n", 405, 400, "/nope", "/nope");
		return this.tomcat ? trace.owes("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS") : trace;
	}

	/**
	 * Ask for a WebSocket over a connection that ends, which Jetty refuses itself.
	 * @return the case
	 */
	private ContractCase upgrade() {
		ContractCase upgrade = ContractCase
			.of("upgrade of a connection that ends", "GET /socket", CommonError.INVALID_REQUEST)
			.with("Upgrade: websocket");
		return this.tomcat ? upgrade : upgrade.withoutSecurityHeaders();
	}

	private ContractCase wrappedTwice() {
		return ContractCase
			.of("exception of the outermost filter, wrapped twice", "GET /outermost/wrapped-twice",
					CommonError.INVALID_REQUEST)
			.violations(Violation.of(In.QUERY, "page", "required", "is required"))
			.withoutSecurityHeaders();
	}

	/**
	 * Throw an exception with a meaning and a cause.
	 * @return the case
	 */
	private ContractCase wrappedBySubclass() {
		return ContractCase
			.of("exception of the outermost filter that has a cause", "GET /outermost/wrapped-by-subclass",
					CommonError.INVALID_REQUEST)
			.withoutSecurityHeaders();
	}

	private ContractCase refused(String name, String request, int onTomcat, int onJetty, String pathOnTomcat,
			String pathOnJetty) {
		return ContractCase.refused(name, request, "GET", this.tomcat ? pathOnTomcat : pathOnJetty,
				ApiError.of(CATALOG.forStatus(this.tomcat ? onTomcat : onJetty)));
	}

}
