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
public final class AnswerCheck {

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final String contentType;

	private final Schema schema;

	public AnswerCheck(String format) {
		WireFormat wireFormat = new WireFormats(JsonMapper.shared(), null).preset(format);
		this.contentType = wireFormat.contentType();
		this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(wireFormat.schema(), InputFormat.JSON);
	}

	/**
	 * Check one answer, which is an error.
	 * @param answer the answer
	 * @return what is wrong, empty if nothing is
	 */
	List<String> problems(Wire.Answer answer) {
		return problems(answer, answer.body().isEmpty());
	}

	/**
	 * Check one answer, which is an error.
	 * @param answer the answer
	 * @param head whether the body is left out
	 * @return what is wrong, empty if nothing is
	 */
	public List<String> problems(Wire.Answer answer, boolean head) {
		List<String> problems = new ArrayList<>();
		require(answer, "Cache-Control", "no-store", problems);
		require(answer, "X-Content-Type-Options", "nosniff", problems);
		require(answer, "X-Error-Reference", "[0-9a-f]{16}", problems);
		require(answer, "Content-Length", "[0-9]+", problems);
		require(answer, "Content-Type", Pattern.quote(this.contentType), problems);
		if (!head) {
			problems.addAll(bodyProblems(answer.body()));
		}
		return problems;
	}

	/**
	 * Check a body, which is that of an error.
	 * @param body the body
	 * @return what is wrong, empty if nothing is
	 */
	public List<String> bodyProblems(String body) {
		List<String> problems = new ArrayList<>();
		try {
			STRICT.readTree(body);
			this.schema.validate(body, InputFormat.JSON).forEach((error) -> problems.add(error.toString()));
		}
		catch (JacksonException ex) {
			problems.add(ex.getOriginalMessage());
		}
		return problems;
	}

	private static void require(Wire.Answer answer, String header, String pattern, List<String> problems) {
		List<String> values = answer.headers().getOrDefault(header, List.of());
		if (values.size() != 1 || !Pattern.matches(pattern, values.get(0))) {
			problems.add("has %s %s".formatted(header, values));
		}
	}

}
