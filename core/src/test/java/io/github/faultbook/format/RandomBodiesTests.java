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

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.faultbook.ApiError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for properties of every error in every format.
 */
class RandomBodiesTests {

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	static IntStream seeds() {
		return IntStream.range(0, 250);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void bodyIsJsonWithoutDuplicateNamesAndObeysTheSchema(int seed) {
		Random random = new Random(seed);
		String template = new RandomTemplates(random).next();
		WireFormat format = ExpectedBodies.FORMATS.compile("random", template);
		SchemaValidator validator = new SchemaValidator(format);
		RandomErrors errors = new RandomErrors(random);
		for (int i = 0; i < 10; i++) {
			ApiError error = errors.next();
			String body = new String(format.write(error, TestRequest.DEFAULT), StandardCharsets.UTF_8);
			assertThat(STRICT.readTree(body)).as("%s gives %s", template, body).isNotNull();
			assertThat(validator.validate(body)).as("%s in %s of %s", body, format.schema(), template).isEmpty();
			assertThat(format.headers(error, TestRequest.DEFAULT).keySet()).isSubsetOf("X-Text");
		}
	}

}
