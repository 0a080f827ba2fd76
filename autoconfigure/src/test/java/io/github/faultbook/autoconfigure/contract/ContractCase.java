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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;

/**
 * A request and its expected answer.
 *
 * @param name what happens, as on the page "What answers what"
 * @param request the request as it goes over the wire
 * @param method the method the answer repeats
 * @param path the path the answer repeats
 * @param error the expected error
 * @param headers the expected headers in addition to the headers of every error
 * @param bare whether the request is answered before Spring Security can add its headers
 */
public record ContractCase(String name, String request, String method, String path, ApiError error,
		Map<String, List<String>> headers, boolean bare) {

	static ContractCase of(String name, String requestLine, CommonError code) {
		String[] parts = requestLine.split(" ");
		String request = requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
		String path = parts[1].split("\\?")[0].replaceAll(";[^/]*", "");
		return new ContractCase(name, request, parts[0], path, ApiError.of(code), Map.of(), false);
	}

	/**
	 * Create a case for a request that a container refuses.
	 * @param name what happens, as on the page "What answers what"
	 * @param request the bytes
	 * @param method the method, as far as the server can read it
	 * @param path the path, as far as the server can read it
	 * @param error the expected error
	 * @return the case
	 */
	static ContractCase refused(String name, String request, String method, String path, ApiError error) {
		return new ContractCase(name, request, method, path, error, Map.of(), true);
	}

	ContractCase with(String header) {
		return new ContractCase(this.name, this.request.replaceFirst("\r\n", "\r\n" + header + "\r\n"), this.method,
				this.path, this.error, this.headers, this.bare);
	}

	ContractCase json(String body) {
		return body("application/json", body);
	}

	ContractCase body(String contentType, String body) {
		int length = body.length();
		return with("Content-Type: " + contentType + "\r\nContent-Length: " + length).append(body);
	}

	ContractCase append(String body) {
		return new ContractCase(this.name, this.request + body, this.method, this.path, this.error, this.headers,
				this.bare);
	}

	ContractCase error(ApiError error) {
		return new ContractCase(this.name, this.request, this.method, this.path, error, this.headers, this.bare);
	}

	ContractCase message(String message) {
		return error(this.error.toBuilder().message(message).build());
	}

	ContractCase fact(String name, Object value) {
		return error(this.error.toBuilder().fact(name, value).build());
	}

	ContractCase violations(Violation... violations) {
		return error(this.error.toBuilder().violations(List.of(violations)).build());
	}

	ContractCase owes(String header, String... values) {
		Map<String, List<String>> extended = new LinkedHashMap<>(this.headers);
		extended.put(header, List.of(values));
		return new ContractCase(this.name, this.request, this.method, this.path, this.error, extended, this.bare);
	}

	ContractCase withoutSecurityHeaders() {
		return new ContractCase(this.name, this.request, this.method, this.path, this.error, this.headers, true);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
