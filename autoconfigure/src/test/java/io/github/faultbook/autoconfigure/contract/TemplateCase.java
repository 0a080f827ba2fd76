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

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of {@code template-cases.yaml}: a template, a request and its answer.
 *
 * @param name what is tried
 * @param template the template
 * @param request the name of the request
 * @param status the status, or {@code null} for the status of the error
 * @param body the body
 */
record TemplateCase(String name, String template, String request, @Nullable Integer status, String body) {

	private static final String INVALID = """
			{"email":"ada.lovelace","unit_price":0.5,"lines":[{"qty":1,"sku":"a"},{"qty":0,"sku":""}]}""";

	private static final String UNREADABLE = """
			{"unit_price":"x","lines":[{"qty":"y","sku":"a"}]}""";

	static List<TemplateCase> all() throws IOException {
		try (InputStream yaml = TemplateCase.class.getResourceAsStream("template-cases.yaml")) {
			return List.of(JsonMapper.shared().convertValue(new Yaml().load(yaml), TemplateCase[].class));
		}
	}

	/**
	 * Return the name of the format.
	 * @return the name
	 */
	String format() {
		return this.name.replace(' ', '-');
	}

	int expectedStatus() {
		return (this.status != null) ? this.status : switch (this.request) {
			case "business" -> 402;
			case "throttled" -> 429;
			case "greeting" -> 404;
			case "own" -> 409;
			default -> 400;
		};
	}

	/**
	 * Return the request as it goes over the wire.
	 * @return the request of a client that speaks French, each character one byte
	 */
	String bytes() {
		return switch (this.request) {
			case "business" -> bytes("GET /throw/api", "");
			case "throttled" -> bytes("GET /throw/retry-after", "");
			case "own" -> bytes("GET /throw/response-status", "");
			case "greeting" -> bytes("GET /greetings/7", "");
			case "invalid" -> bytes("POST /carts?page=0", INVALID);
			case "unreadable" -> bytes("POST /carts?page=1", UNREADABLE);
			default -> throw new IllegalStateException("There is no request " + this.request);
		};
	}

	private String bytes(String requestLine, String json) {
		return requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Format: " + format()
				+ "\r\nAccept-Language: fr\r\nContent-Type: application/json\r\nContent-Length: "
				+ json.getBytes(StandardCharsets.ISO_8859_1).length + "\r\n\r\n" + json;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
