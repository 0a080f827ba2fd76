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

import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ErrorPipeline}: the order of its steps, and the status.
 */
class ErrorPipelineTests {

	private static final String CONFLICT = "409 {\"code\":\"conflict\",\"title\":\"Conflict\","
			+ "\"message\":\"The request conflicts with the current state of the resource.\"}";

	private final Answers answers = new Answers();

	private final TestRequest request = new TestRequest();

	@Test
	void stepsAreTakenInOrder() {
		List<String> steps = new ArrayList<>();
		ErrorPipeline pipeline = this.answers.pipeline().resolvers(List.of((exception, request) -> {
			steps.add("resolve");
			return ApiError.of(CommonError.CONFLICT);
		})).messages((key, locale) -> {
			steps.add("localize " + key);
			return null;
		}).customizers(List.of((error, exception, request) -> {
			steps.add("customize");
			return error;
		})).listeners(List.of((event) -> steps.add("notify"))).build();
		pipeline.handle(new IllegalStateException(), this.request);
		assertThat(steps).containsExactly("resolve", "localize faultbook.conflict.title",
				"localize faultbook.conflict.message", "customize", "notify");
	}

	@Test
	void exceptionIsAnswered() {
		ErrorPipeline pipeline = this.answers.pipeline().build();
		assertThat(Answers.text(pipeline.handle(new ApiException(CommonError.CONFLICT), this.request)))
			.isEqualTo(CONFLICT);
	}

	@Test
	void exceptionIsAnsweredIfAResolverRecognizesIt() {
		ErrorReply reply = this.answers.pipeline()
			.build()
			.handleKnown(new IllegalStateException(new ApiException(CommonError.CONFLICT)), this.request);
		assertThat(Answers.text(reply)).isEqualTo(CONFLICT);
		assertThat(this.answers.event().error().code()).isEqualTo("conflict");
	}

	@Test
	void exceptionThatNoResolverRecognizesIsLeftToOthers() {
		List<Object> told = new ArrayList<>();
		ErrorPipeline pipeline = this.answers.pipeline().resolvers(List.of((exception, request) -> {
			throw new IllegalArgumentException();
		})).listeners(List.of(told::add)).build();
		assertThat(pipeline.handleKnown(new IllegalStateException(), this.request)).isNull();
		assertThat(told).isEmpty();
	}

	@Test
	void statusIsAnswered() {
		assertThat(Answers.text(this.answers.pipeline().build().handle(409, this.request))).isEqualTo(CONFLICT);
	}

	@Test
	void errorIsAnswered() {
		assertThat(
				Answers.text(this.answers.pipeline().build().handle(ApiError.of(CommonError.CONFLICT), this.request)))
			.isEqualTo(CONFLICT);
	}

	@ParameterizedTest
	@CsvSource({ "418, 418", "499, 499", "200, 500", "999, 500", "-1, 500" })
	void statusThatIsNotOneOfAnErrorIsAnsweredAsServerError(int status, int expected) {
		assertThat(this.answers.pipeline().build().handle(status, this.request).status()).isEqualTo(expected);
	}

	@Test
	void listenersAreToldWhatWasAnsweredAndWhy() {
		ApiException exception = new ApiException(CommonError.CONFLICT);
		this.answers.pipeline().build().handle(exception, this.request);
		ErrorEvent event = this.answers.event();
		assertThat(event.error()).usingRecursiveComparison().isEqualTo(ApiError.of(CommonError.CONFLICT));
		assertThat(event.exception()).isSameAs(exception);
		assertThat(event.request()).isSameAs(this.request);
		assertThat(event.failures()).isEmpty();
	}

	@Test
	void listenersAreToldOfStatusWithoutException() {
		this.answers.pipeline().build().handle(404, this.request);
		assertThat(this.answers.event().exception()).isNull();
	}

	@Test
	void customizersAreCalledInOrderEachWithTheResultOfTheOneBefore() {
		ErrorPipeline pipeline = this.answers.pipeline()
			.customizers(List.of((error, exception, request) -> error.toBuilder().title("A").build(),
					(error, exception, request) -> error.toBuilder().title(error.title() + "B").build()))
			.build();
		pipeline.handle(404, this.request);
		assertThat(this.answers.event().error().title()).isEqualTo("AB");
	}

	@Test
	void customizerIsGivenTheExceptionAndTheRequest() {
		List<Object> given = new ArrayList<>();
		IllegalStateException exception = new IllegalStateException();
		ErrorPipeline pipeline = this.answers.pipeline().customizers(List.of((error, thrown, request) -> {
			given.add(thrown);
			given.add(request);
			return error;
		})).build();
		pipeline.handle(exception, this.request);
		assertThat(given).containsExactly(exception, this.request);
	}

	@Test
	void formatIsChosenByTheRequest() {
		WireFormats formats = new WireFormats(JsonMapper.shared(), null);
		ErrorPipeline pipeline = ErrorPipeline
			.builder(Answers.catalog(),
					(request) -> formats.preset(request.path().isEmpty() ? "details-map" : "status-message"),
					JsonMapper.shared())
			.build();
		assertThat(Answers.text(pipeline.handle(404, this.request))).isEqualTo("404 {\"status\":404,"
				+ "\"error\":\"Not Found\",\"message\":\"The requested resource could not be found.\"}");
	}

	@Test
	void validationFailureHasTheStatusOfTheFormat() {
		WireFormats formats = new WireFormats(JsonMapper.shared(), null);
		assertThat(this.answers.pipeline(formats.preset("details-array"))
			.build()
			.handle(new ApiException(CommonError.VALIDATION_ERROR), this.request)
			.status()).isEqualTo(422);
	}

	@Test
	void validationFailureHasTheConfiguredStatus() {
		ErrorPipeline pipeline = this.answers.pipeline().validationStatus(422).build();
		assertThat(pipeline.handle(new ApiException(CommonError.VALIDATION_ERROR), this.request).status())
			.isEqualTo(422);
	}

	@Test
	void malformedInputThatIsListedHasTheConfiguredStatus() {
		ErrorPipeline pipeline = this.answers.pipeline().validationStatus(422).build();
		ApiError error = ApiError.builder(CommonError.INVALID_REQUEST)
			.violations(List.of(Violation.of("id", "invalid_format", "must be an integer")))
			.build();
		assertThat(pipeline.handle(error, this.request).status()).isEqualTo(422);
		assertThat(this.answers.pipeline().build().handle(error, this.request).status()).isEqualTo(400);
	}

	@Test
	void otherFailureKeepsItsStatus() {
		ErrorPipeline pipeline = this.answers.pipeline().validationStatus(422).build();
		assertThat(pipeline.handle(new ApiException(CommonError.INVALID_REQUEST), this.request).status())
			.isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 200, 399, 600 })
	void validationStatusMustBeOneOfAnError(int status) {
		ErrorPipelineBuilder builder = this.answers.pipeline();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.validationStatus(status))
			.withMessage("An error has a status from 400 to 599, not " + status);
	}

}
