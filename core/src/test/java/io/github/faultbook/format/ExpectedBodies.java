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

package io.github.faultbook.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The errors of {@code expected-bodies.json}, and their expected bodies in each format.
 */
final class ExpectedBodies {

	static final JsonMapper MAPPER = JsonMapper.builder().build();

	static final WireFormats FORMATS = new WireFormats(MAPPER, "https://api.example.com/errors");

	private ExpectedBodies() {
	}

	static Stream<Expected> all() {
		JsonNode document = MAPPER.readTree(resource("expected-bodies.json"));
		List<Expected> all = new ArrayList<>();
		document.get("formats").forEachEntry((name, format) -> {
			WireFormat compiled = WireFormats.presets().contains(name) ? FORMATS.preset(name) : house(name);
			format.get("bodies").forEachEntry((error, body) -> {
				JsonNode headers = format.path("headers").path(error);
				all.add(new Expected(compiled, error, document.get("errors").get(error),
						format.get("contentType").asString(), headers, body));
			});
		});
		return all.stream();
	}

	static WireFormat house(String name) {
		return FORMATS.compile(name, resource("house/" + name + ".json"));
	}

	static String resource(String name) {
		try (InputStream resource = ExpectedBodies.class.getResourceAsStream(name)) {
			if (resource == null) {
				throw new IllegalArgumentException("No resource " + name);
			}
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * An error and its expected body in a format.
	 */
	record Expected(WireFormat format, String name, JsonNode source, String contentType, JsonNode headerNode,
			JsonNode bodyNode) {

		ApiError error() {
			TestErrorCode code = new TestErrorCode(this.source.get("code").asString(),
					ErrorDefinition.of(this.source.get("status").asInt(), this.source.get("message").asString())
						.title(this.source.get("title").asString()));
			ApiError.Builder error = ApiError.builder(code);
			Map<String, Object> facts = new LinkedHashMap<>();
			this.source.path("facts").forEachEntry((name, value) -> facts.put(name, value.asString()));
			List<Violation> violations = new ArrayList<>();
			this.source.path("violations").forEach((violation) -> violations.add(violation(violation)));
			if (this.source.has("retryAfterSeconds")) {
				error.retryAfter(Duration.ofSeconds(this.source.get("retryAfterSeconds").asInt()));
			}
			return error.facts(facts).violations(violations).build();
		}

		private static Violation violation(JsonNode source) {
			List<Object> path = new ArrayList<>();
			source.get("path").forEach((segment) -> path.add(segment.isInt() ? segment.asInt() : segment.asString()));
			return new Violation(path, Violation.In.valueOf(source.get("in").asString().toUpperCase(Locale.ROOT)),
					source.get("code").asString(), source.get("message").asString(), Map.of());
		}

		ErrorRequest request() {
			return new TestRequest(this.source.get("method").asString(), this.source.get("path").asString(),
					Locale.ENGLISH, "ref-1");
		}

		String body() {
			return MAPPER.writeValueAsString(this.bodyNode);
		}

		Map<String, String> headers() {
			Map<String, String> headers = new LinkedHashMap<>();
			this.headerNode.forEachEntry((name, value) -> headers.put(name, value.asString()));
			return headers;
		}

		@Override
		public String toString() {
			return this.name + " as " + this.format.name();
		}

	}

}
