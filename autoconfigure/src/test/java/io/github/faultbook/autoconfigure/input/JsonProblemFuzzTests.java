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

package io.github.faultbook.autoconfigure.input;

import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the search for problems in a document with input of a coverage-guided fuzzer:
 * the search ends, and finds at least one problem but no more than its limit.
 */
class JsonProblemFuzzTests {

	private static final ObjectReader READER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build()
		.readerFor(Order.class);

	@FuzzTest(maxDuration = "5m")
	void problemsAreFoundAndBounded(byte[] json) {
		try {
			READER.readValue(json);
		}
		catch (JacksonException ex) {
			assertThat(JsonProblemCollector.collect(READER, json, ex, 1000).listed()).hasSizeBetween(1, 1000)
				.doesNotContainNull();
		}
	}

	record Order(String name, int quantity, Currency currency, List<Order> parts) {

	}

	enum Currency {

		EUR, GBP

	}

}
