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

package io.github.faultbook.autoconfigure.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.ApiType;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.Retry;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties.Parameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the examples of {@link ConfiguredParameters}.
 */
class ConfiguredParametersTests {

	private final List<Finding> findings = new ArrayList<>();

	private final ConfiguredParameters parameters = new ConfiguredParameters("test.parameters", this.findings);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			STRING    | 100.00                    | "100.00"
			STRING    | </code><script>           | "</code><script>"
			INTEGER   | 42                        | 42
			NUMBER    | 100.00                    | 100.00
			BOOLEAN   | false                     | false
			DATE      | 2026-12-31                | "2026-12-31"
			DATE_TIME | 2026-12-31T12:00:00+01:00 | "2026-12-31T12:00:00+01:00"
			DURATION  | PT90S                     | "PT1M30S"
			YEAR      | 2026                      | 2026
			CURRENCY  | GBP                       | "GBP"
			ARRAY     | ["EUR", 1.50]             | ["EUR",1.50]
			OBJECT    | {"id": {"n": 1}}          | {"id":{"n":1}}
			""")
	void exampleIsWrittenAsValuesOfItsTypeAre(ApiType type, String example, String json) {
		ErrorDefinition.Parameter added = add(type, example);
		assertThat(this.findings).isEmpty();
		assertThat(JsonMapper.shared().writeValueAsString(added.example())).isEqualTo(json);
	}

	@ParameterizedTest
	@EnumSource
	void exampleOfATypeIsAnExample(ApiType type) {
		Object example = type.example();
		String text = (example instanceof String) ? (String) example : JsonMapper.shared().writeValueAsString(example);
		assertThat(JsonMapper.shared().writeValueAsString(add(type, text).example()))
			.isEqualTo(JsonMapper.shared().writeValueAsString(example));
		assertThat(this.findings).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			INTEGER   | many        | integer   | 1
			INTEGER   | 1.5         | integer   | 1
			INTEGER   | ``          | integer   | 1
			NUMBER    | 1,5         | number    | 1
			BOOLEAN   | maybe       | boolean   | true
			DATE      | 31.12.2026  | date      | "2026-01-31"
			DATE_TIME | tomorrow    | date-time | "2026-01-31T12:00:00Z"
			UUID      | 1           | uuid      | "00000000-0000-4000-8000-000000000000"
			CURRENCY  | bitcoin     | currency  | "EUR"
			ARRAY     | {"a": 1}    | array     | []
			ARRAY     | [1] [2]     | array     | []
			OBJECT    | EUR         | object    | {}
			""")
	void exampleOfAnotherTypeIsReported(ApiType type, String example, String word, String suggestion) {
		assertThat(add(type, example).example()).isNull();
		assertThat(this.findings).containsExactly(new Finding("test.parameters[0].example",
				"'%s' is not a value of the type %s.".formatted(example, word),
				"Use a value such as %s.".formatted(suggestion)));
	}

	@Test
	void exampleOfADeclaredParameterHasItsClass() {
		assertThat(change(Retry.class, Retry.ALWAYS, "NEVER").example()).isEqualTo(Retry.NEVER);
		assertThat(change(Instant.class, null, "2026-12-31T12:00:00Z").example())
			.isEqualTo(Instant.parse("2026-12-31T12:00:00Z"));
		assertThat(change(Retry.class, Retry.ALWAYS, null).example()).isEqualTo(Retry.ALWAYS);
		assertThat(this.findings).isEmpty();
	}

	@Test
	void constantsAreSuggested() {
		assertThat(change(Retry.class, Retry.ALWAYS, "sometimes").example()).isNull();
		assertThat(this.findings).containsExactly(new Finding("test.parameters[0].example",
				"'sometimes' is not a value of the type string.", "Use one of [NEVER, IDEMPOTENT, ALWAYS]."));
	}

	private ErrorDefinition.Parameter add(ApiType type, String example) {
		return this.parameters.added(List.of(new Parameter("value", type, "", example))).get(0);
	}

	private ErrorDefinition.Parameter change(Class<?> type, @Nullable Object declared, @Nullable String example) {
		return this.parameters
			.changed(List.of(new ErrorDefinition.Parameter("value", type, "", declared)),
					List.of(new Parameter("value", null, null, example)))
			.get(0);
	}

}
