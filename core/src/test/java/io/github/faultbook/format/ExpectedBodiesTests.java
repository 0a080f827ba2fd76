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
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the bodies of the presets and of some public formats.
 */
class ExpectedBodiesTests {

	static Stream<ExpectedBodies.Expected> bodies() {
		return ExpectedBodies.all();
	}

	@Test
	void everyBodyIsTried() {
		assertThat(bodies()).hasSize(43);
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void bodyIsReproducedByteForByte(ExpectedBodies.Expected expected) {
		byte[] body = expected.format().write(expected.error(), expected.request());
		assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(expected.body());
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void contentTypeAndHeadersAreReproduced(ExpectedBodies.Expected expected) {
		assertThat(expected.format().contentType()).isEqualTo(expected.contentType());
		assertThat(expected.format().headers(expected.error(), expected.request())).isEqualTo(expected.headers());
	}

}
