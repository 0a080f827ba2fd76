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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of {@code bad-inputs.yaml}: one request and what is wrong with it.
 *
 * @param name what is tried
 * @param request method and target
 * @param headers complete lines
 * @param json the body, if it is JSON
 * @param form the body, if it is a form
 * @param parts the parts of a multipart body by name, each JSON
 * @param body the body, if it is anything else; its type is among the headers
 * @param charset the encoding of the body
 * @param status the status in formats that answer validation failures with 400
 * @param code the code of the error
 * @param violations the invalid inputs
 */
record BadInput(String name, String request, List<String> headers, @Nullable String json, @Nullable String form,
		@Nullable Map<String, String> parts, @Nullable String body, Charset charset, int status, String code,
		List<Invalid> violations) {

	private static final Pattern REPEATED = Pattern.compile("«([^×»]+)×(\\d+)»");

	private static final String BOUNDARY = "--x\r\n";

	BadInput {
		headers = Objects.requireNonNullElse(headers, List.of());
		charset = Objects.requireNonNullElse(charset, StandardCharsets.UTF_8);
		status = (status != 0) ? status : 400;
		code = Objects.requireNonNullElse(code, "invalid_request");
		violations = Objects.requireNonNullElse(violations, List.of());
	}

	static List<BadInput> all() throws IOException {
		try (InputStream yaml = BadInput.class.getResourceAsStream("bad-inputs.yaml")) {
			return List.of(JsonMapper.builder()
				.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
				.build()
				.convertValue(new Yaml().load(yaml), BadInput[].class));
		}
	}

	/**
	 * Return the request as it goes over the wire.
	 * @param more more headers, complete lines
	 * @return the request, each character one byte
	 */
	String bytes(String... more) {
		StringBuilder request = new StringBuilder(this.request + " HTTP/1.1\r\nHost: localhost\r\n");
		this.headers.forEach((header) -> request.append(header).append("\r\n"));
		for (String header : more) {
			request.append(header).append("\r\n");
		}
		if (this.json != null) {
			request.append("Content-Type: application/json\r\n");
			return append(request, this.json);
		}
		if (this.form != null) {
			request.append("Content-Type: application/x-www-form-urlencoded\r\n");
			return append(request, this.form);
		}
		if (this.parts != null) {
			StringBuilder body = new StringBuilder();
			this.parts.forEach((name, part) -> body.append(BOUNDARY)
				.append("Content-Disposition: form-data; name=\"" + name + "\"\r\n")
				.append("Content-Type: application/json\r\n\r\n" + part + "\r\n"));
			request.append("Content-Type: multipart/form-data; boundary=x\r\n");
			return append(request, body.append("--x--\r\n").toString());
		}
		return append(request, Objects.requireNonNullElse(this.body, ""));
	}

	private String append(StringBuilder request, String text) {
		String repeated = REPEATED.matcher(text)
			.replaceAll((match) -> match.group(1).repeat(Integer.parseInt(match.group(2))));
		byte[] content = repeated.getBytes(this.charset);
		request.append("Content-Length: " + content.length + "\r\nConnection: close\r\n\r\n");
		return request.append(new String(content, StandardCharsets.ISO_8859_1)).toString();
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * An invalid input.
	 *
	 * @param path where it is: names and positions
	 * @param constraint the constraint that is broken, if any
	 * @param in the part of the request that holds it
	 * @param code what is wrong, for programs
	 * @param en what is wrong, in English
	 * @param de what is wrong, in German
	 * @param attributes what belongs to it
	 */
	record Invalid(List<Object> path, @Nullable String constraint, String in, String code, String en, String de,
			Map<String, Object> attributes) {

		Invalid {
			path = Objects.requireNonNullElse(path, List.of());
			in = Objects.requireNonNullElse(in, "body");
			attributes = Objects.requireNonNullElse(attributes, Map.of());
		}

		String message(String language) {
			return language.equals("de") ? this.de : this.en;
		}

		/**
		 * Return the path as most formats write it.
		 * @return the path, such as {@code items[0].quantity}
		 */
		String bracketPath() {
			StringBuilder text = new StringBuilder();
			for (Object segment : this.path) {
				if (segment instanceof Integer) {
					text.append('[').append(segment).append(']');
				}
				else {
					text.append(text.isEmpty() ? "" : ".").append(segment);
				}
			}
			return text.isEmpty() ? this.in : text.toString();
		}

		/**
		 * Return the path as problem details have it.
		 * @return the path, such as {@code #/items/0/quantity}
		 */
		String pointer() {
			StringBuilder text = new StringBuilder("#");
			this.path.forEach((segment) -> text.append('/').append(segment));
			return text.toString();
		}

	}

}
