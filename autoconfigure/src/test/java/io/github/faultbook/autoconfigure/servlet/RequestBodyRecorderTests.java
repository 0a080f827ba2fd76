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
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.annotation.JsonView;
import io.github.faultbook.autoconfigure.input.RecordingBudget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestBodyRecorder}, which must not change a body and must release
 * all memory.
 */
class RequestBodyRecorderTests {

	private static final int MEMORY = 100_000;

	private final RecordingBudget budget = new RecordingBudget(MEMORY);

	private final RequestBodyRecorder recorder = new RequestBodyRecorder(this.budget);

	private final ServletRequestAttributes request = new ServletRequestAttributes(new MockHttpServletRequest());

	@BeforeEach
	void startRequest() {
		RequestContextHolder.setRequestAttributes(this.request);
	}

	@AfterEach
	void everythingIsGivenBackAtTheEnd() {
		this.request.requestCompleted();
		RequestContextHolder.resetRequestAttributes();
		assertThat(this.budget.available()).isEqualTo(MEMORY);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "200, 200", "8193, 8193", "65536, 65536", "65537, 65537", "200, 0", "200, 199", "65536, 5",
			"65536, 65535", "1, 200", "5, 65536", "5, 300000", "-1, 300000", "0, 200" })
	void bodyIsWhatComesWhateverItsHeadersSay(int announced, int sent) throws IOException {
		byte[] body = random(sent);
		assertThat(record(new ByteArrayInputStream(body), announced).getBody().readAllBytes()).isEqualTo(body);
	}

	@Test
	void bodyCanBeReadByteByByte() throws IOException {
		byte[] body = random(1000);
		InputStream recorded = record(new ByteArrayInputStream(body), 10).getBody();
		for (byte expected : body) {
			assertThat((byte) recorded.read()).isEqualTo(expected);
		}
		assertThat(recorded.read()).isEqualTo(-1);
	}

	@Test
	void whatHasNotBeenAskedForIsLeft() throws IOException {
		ByteArrayInputStream stream = new ByteArrayInputStream(random(1000));
		record(stream, 1000).getBody().readNBytes(10);
		assertThat(stream.available()).isEqualTo(990);
	}

	@Test
	void bodyThatHasNotComeTakesNoMemory() throws IOException {
		record(InputStream.nullInputStream(), 65536);
		assertThat(this.budget.available()).isEqualTo(MEMORY);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 300, 5000, 60_000 })
	void memoryGrowsWithWhatHasCome(int read) throws IOException {
		record(new ByteArrayInputStream(random(65536)), 65536).getBody().readNBytes(read);
		assertThat(MEMORY - this.budget.available()).isBetween((long) read, Math.max(256L, 2L * read));
	}

	@Test
	void memoryOfATooLargeBodyIsGivenBackWhileItIsRead() throws IOException {
		InputStream recorded = record(new ByteArrayInputStream(random(70_000)), 70_000).getBody();
		recorded.readNBytes(65_537);
		assertThat(this.budget.available()).isEqualTo(MEMORY);
		assertThat(recorded.readAllBytes()).hasSize(70_000 - 65_537);
	}

	@Test
	void memoryIsGivenBackWhenTheConverterIsDone() throws IOException {
		HttpInputMessage recorded = record(new ByteArrayInputStream(random(5000)), 5000);
		recorded.getBody().readAllBytes();
		assertThat(this.budget.available()).isLessThan(MEMORY);
		this.recorder.afterBodyRead("result", recorded, parameter("handle"), Object.class,
				JacksonJsonHttpMessageConverter.class);
		assertThat(this.budget.available()).isEqualTo(MEMORY);
	}

	@Test
	void memoryIsGivenBackOnce() throws IOException {
		HttpInputMessage recorded = record(new ByteArrayInputStream(random(5000)), 5000);
		recorded.getBody().readNBytes(100);
		for (int i = 0; i < 2; i++) {
			this.recorder.afterBodyRead("result", recorded, parameter("handle"), Object.class,
					JacksonJsonHttpMessageConverter.class);
		}
		recorded.getBody().readAllBytes();
	}

	@Test
	void bodiesTogetherTakeNoMoreThanThereIs() throws IOException {
		List<byte[]> read = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			read.add(record(new ByteArrayInputStream(random(60_000)), 60_000).getBody().readAllBytes());
			assertThat(this.budget.available()).isNotNegative();
		}
		assertThat(read).allSatisfy((body) -> assertThat(body).hasSize(60_000));
	}

	@Test
	void nothingIsRecordedWithoutAnEnd() throws IOException {
		RequestContextHolder.resetRequestAttributes();
		record(new ByteArrayInputStream(random(500)), 500).getBody().readAllBytes();
		assertThat(this.budget.available()).isEqualTo(MEMORY);
	}

	@Test
	void viewIsNotRecorded() throws IOException {
		record(new MockHttpInputMessage(random(500)), "view").getBody().readAllBytes();
		assertThat(this.budget.available()).isEqualTo(MEMORY);
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

	private HttpInputMessage record(InputStream body, int announced) throws IOException {
		MockHttpInputMessage message = new MockHttpInputMessage(body);
		if (announced >= 0) {
			message.getHeaders().setContentLength(announced);
		}
		return record(message, "handle");
	}

	private HttpInputMessage record(HttpInputMessage message, String method) throws IOException {
		return this.recorder.beforeBodyRead(message, parameter(method), Object.class,
				JacksonJsonHttpMessageConverter.class);
	}

	private static MethodParameter parameter(String method) {
		return new MethodParameter(ReflectionUtils.findMethod(RequestBodyRecorderTests.class, method, Object.class), 0);
	}

	void handle(@RequestBody Object body) {
	}

	void view(@RequestBody @JsonView(Object.class) Object body) {
	}

}
