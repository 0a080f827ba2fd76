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

package io.github.faultbook.autoconfigure.servlet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestBody;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestBodyRecorder}: a body stays what it is.
 */
class RequestBodyRecorderTests {

	private final MethodParameter parameter = new MethodParameter(
			ReflectionUtils.findMethod(RequestBodyRecorderTests.class, "handle", Object.class), 0);

	@ParameterizedTest
	@CsvSource({ "1, 1", "200, 200", "8192, 8192", "8193, 8193", "65536, 65536", "65537, 65537", "200, 0", "200, 199",
			"8193, 8192", "65536, 5", "65536, 8192", "65536, 65535" })
	void bodyIsReadAsFarAsItComes(int announced, int sent) throws IOException {
		byte[] body = new byte[sent];
		new Random(sent).nextBytes(body);
		MockHttpInputMessage message = new MockHttpInputMessage(new ByteArrayInputStream(body));
		message.getHeaders().setContentLength(announced);
		HttpInputMessage recorded = new RequestBodyRecorder().beforeBodyRead(message, this.parameter, Object.class,
				JacksonJsonHttpMessageConverter.class);
		assertThat(recorded.getBody().readAllBytes()).isEqualTo(body);
	}

	@ParameterizedTest
	@CsvSource({ "200", "8192", "65536" })
	void whatFollowsTheBodyIsLeft(int announced) throws IOException {
		byte[] body = new byte[announced + 1];
		Arrays.fill(body, (byte) 'x');
		ByteArrayInputStream stream = new ByteArrayInputStream(body);
		MockHttpInputMessage message = new MockHttpInputMessage(stream);
		message.getHeaders().setContentLength(announced);
		HttpInputMessage recorded = new RequestBodyRecorder().beforeBodyRead(message, this.parameter, Object.class,
				JacksonJsonHttpMessageConverter.class);
		assertThat(recorded.getBody().readAllBytes()).hasSize(announced);
		assertThat(stream.available()).isOne();
	}

	void handle(@RequestBody Object body) {
	}

}
