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

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecordedBody}.
 */
class RecordedBodyTests {

	@ParameterizedTest
	@CsvSource({ "application/json, true", "application/json;charset=UTF-8, true",
			"application/json;charset=UTF-16LE, true", "application/json;charset=ISO-8859-1, false" })
	void bodyIsReadAgainIfJacksonDetectsItsEncoding(String type, boolean again) throws IOException {
		RecordingBudget budget = new RecordingBudget(1000);
		MockHttpInputMessage message = new MockHttpInputMessage("{}".getBytes(StandardCharsets.UTF_8));
		message.getHeaders().setContentType(MediaType.parseMediaType(type));
		RecordedBody body = new RecordedBody(message, budget, Object.class,
				new MethodParameter(ReflectionUtils.findMethod(RecordedBodyTests.class, "handle", Object.class), 0));
		body.getBody().readAllBytes();
		byte[] bytes = body.bytes();
		assertThat(bytes != null).isEqualTo(again);
		body.release();
		assertThat(budget.available()).isEqualTo(1000);
	}

	void handle(Object body) {
	}

}
