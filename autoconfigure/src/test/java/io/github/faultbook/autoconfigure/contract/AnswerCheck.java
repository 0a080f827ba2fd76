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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what is wrong with answers of which only the format is known.
 */
final class AnswerCheck {

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final Map<String, Schema> schemas = new TreeMap<>();

	private final String contentType;

	AnswerCheck(String format) {
		this.contentType = new WireFormats(JsonMapper.shared(), null).preset(format).contentType();
		for (String name : List.of(format, "problem-details")) {
			WireFormat wireFormat = new WireFormats(JsonMapper.shared(), null).preset(name);
			this.schemas.put(wireFormat.contentType(),
					SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
						.getSchema(wireFormat.schema(), InputFormat.JSON));
		}
	}

	/**
	 * Check all that came over a connection.
	 * @param bytes what came, each character one byte
	 * @return what is wrong, empty if nothing is
	 */
	List<String> problems(String bytes) {
		List<String> problems = new ArrayList<>();
		int position = 0;
		while (problems.isEmpty() && bytes.startsWith("HTTP/1.", position)) {
			int end = bytes.indexOf("\r\n\r\n", position) + 4;
			if (end < 4) {
				problems.add("ends in its headers");
				return problems;
			}
			int next = bytes.indexOf("HTTP/1.1 ", end);
			String one = bytes.substring(position, (next < 0) ? bytes.length() : next);
			Wire.Answer answer = Wire.Answer.parse(one);
			if (answer.status() >= 400) {
				Matcher internal = Markers.INTERNAL.matcher(one);
				if (internal.find()) {
					problems.add("has '%s'".formatted(internal.group()));
				}
				check(answer, problems);
			}
			position = (next < 0) ? bytes.length() : next;
		}
		if (problems.isEmpty() && position == 0 && !bytes.isEmpty()) {
			// HTTP/0.9: nothing but the body
			validate(this.schemas.get(this.contentType), bytes, problems);
		}
		return problems;
	}

	/**
	 * Check one answer, which is an error.
	 * @param answer the answer
	 * @return what is wrong, empty if nothing is
	 */
	List<String> problems(Wire.Answer answer) {
		List<String> problems = new ArrayList<>();
		check(answer, problems);
		return problems;
	}

	private void check(Wire.Answer answer, List<String> problems) {
		require(answer, "Cache-Control", "no-store", problems);
		require(answer, "X-Content-Type-Options", "nosniff", problems);
		require(answer, "X-Error-Reference", "[0-9a-f]{16}", problems);
		require(answer, "Content-Length", "[0-9]+", problems);
		String type = answer.headers().getOrDefault("Content-Type", List.of("")).get(0);
		Schema schema = this.schemas.get(type);
		if (schema == null) {
			problems.add("has the type '%s'".formatted(type));
		}
		else if (!answer.body().isEmpty()) {
			validate(schema, answer.body(), problems);
		}
	}

	private static void validate(Schema schema, String body, List<String> problems) {
		try {
			STRICT.readTree(body);
			schema.validate(body, InputFormat.JSON).forEach((error) -> problems.add(error.toString()));
		}
		catch (JacksonException ex) {
			problems.add(ex.getOriginalMessage());
		}
	}

	private static void require(Wire.Answer answer, String header, String pattern, List<String> problems) {
		List<String> values = answer.headers().getOrDefault(header, List.of());
		if (values.size() != 1 || !Pattern.matches(pattern, values.get(0))) {
			problems.add("has %s %s".formatted(header, values));
		}
	}

}
