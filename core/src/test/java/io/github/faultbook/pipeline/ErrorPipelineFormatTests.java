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

package io.github.faultbook.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorPipeline} with formats that fail.
 */
class ErrorPipelineFormatTests {

	private static final RuntimeException BROKEN = new IllegalStateException("broken");

	private final Answers answers = new Answers();

	private final TestRequest request = new TestRequest();

	@Test
	void chooserOfFormatsThatThrowsIsAnsweredInAFormatOfItsOwn() {
		assertThat(answer(pipeline((request) -> {
			throw BROKEN;
		}), 404)).isEqualTo("404 {\"status\":404,\"error\":\"Not Found\"}");
		assertThat(this.answers.event().failures()).containsExactly(BROKEN);
	}

	@Test
	void chooserOfFormatsThatChoosesNoneIsAnsweredInAFormatOfItsOwn() {
		assertThat(answer(pipeline((request) -> null), 418))
			.isEqualTo("418 {\"status\":418,\"error\":\"I'm a teapot\"}");
		assertThat(this.answers.failures()).containsExactly("java.lang.IllegalStateException: No format was chosen");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 200, 600 })
	void formatWithABadValidationStatusLeavesThatOfTheEntry(int status) {
		ErrorPipeline pipeline = this.answers.pipeline(new TestFormat() {

			@Override
			public int validationStatus() {
				return status;
			}

		}).build();
		assertThat(answer(pipeline, new ApiException(CommonError.VALIDATION_ERROR))).isEqualTo("400 validation_error");
		assertThat(this.answers.failures()).containsExactly(
				"java.lang.IllegalArgumentException: An error has a status from 400 to 599, not " + status);
	}

	@Test
	void formatThatFailsOnFactsIsTriedWithoutThem() {
		ErrorPipeline pipeline = this.answers.pipeline(new TestFormat() {

			@Override
			public byte[] write(ApiError error, ErrorRequest request) {
				if (!error.facts().isEmpty()) {
					throw BROKEN;
				}
				return super.write(error, request);
			}

		}).build();
		assertThat(answer(pipeline, new ApiException(CommonError.CONFLICT).with("id", 7))).isEqualTo("409 conflict");
		assertThat(this.answers.event().failures()).containsExactly(BROKEN);
	}

	@Test
	void formatThatFailsOnAnErrorIsTriedWithTheBuiltInOne() {
		ErrorPipeline pipeline = this.answers.pipeline(new TestFormat() {

			@Override
			public byte[] write(ApiError error, ErrorRequest request) {
				if (error.status() < 500) {
					throw BROKEN;
				}
				return super.write(error, request);
			}

		}).build();
		assertThat(answer(pipeline, 409)).isEqualTo("500 internal_server_error");
		assertThat(this.answers.event().error()).hasToString("500 internal_server_error");
	}

	@Test
	void formatThatAlwaysFailsIsReplaced() {
		ErrorPipeline pipeline = this.answers.pipeline(new TestFormat() {

			@Override
			public byte[] write(ApiError error, ErrorRequest request) {
				throw BROKEN;
			}

		}).build();
		assertThat(answer(pipeline, 409)).isEqualTo("500 {\"status\":500,\"error\":\"Internal Server Error\"}");
		assertThat(this.answers.event().error()).hasToString("500 internal_server_error");
		assertThat(this.answers.event().failures()).containsExactly(BROKEN, BROKEN, BROKEN);
	}

	@Test
	void formatThatWritesNothingIsReplaced() {
		ErrorPipeline pipeline = this.answers.pipeline(new TestFormat() {

			@Override
			public byte @Nullable [] write(ApiError error, ErrorRequest request) {
				return null;
			}

		}).build();
		assertThat(answer(pipeline, 409)).isEqualTo("500 {\"status\":500,\"error\":\"Internal Server Error\"}");
	}

	private String answer(ErrorPipeline pipeline, Throwable exception) {
		return Answers.text(pipeline.handle(exception, this.request));
	}

	private String answer(ErrorPipeline pipeline, int status) {
		return Answers.text(pipeline.handle(status, this.request));
	}

	private ErrorPipeline pipeline(Function<ErrorRequest, WireFormat> formats) {
		return ErrorPipeline.builder(Answers.catalog(), formats, JsonMapper.shared())
			.listeners(List.of(this.answers))
			.build();
	}

	private static class TestFormat implements WireFormat {

		@Override
		public String name() {
			return "test";
		}

		@Override
		public byte[] write(ApiError error, ErrorRequest request) {
			return error.code().getBytes(StandardCharsets.UTF_8);
		}

	}

}
