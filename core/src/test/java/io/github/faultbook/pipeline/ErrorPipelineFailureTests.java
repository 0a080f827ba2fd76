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
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorPipeline} when something that belongs to it fails, too.
 */
class ErrorPipelineFailureTests {

	private static final String CONFLICT = "409 {\"code\":\"conflict\",\"title\":\"Conflict\","
			+ "\"message\":\"The request conflicts with the current state of the resource.\"}";

	private static final String SERVER_ERROR = "500 {\"code\":\"internal_server_error\","
			+ "\"title\":\"Internal server error\",\"message\":\"An unexpected error occurred. Please try again later "
			+ "or contact support if the problem persists.\"}";

	private static final RuntimeException BROKEN = new IllegalStateException("broken");

	private static final String FAILURE = "java.lang.IllegalStateException: broken";

	private final Answers answers = new Answers();

	private final TestRequest request = new TestRequest();

	@Test
	void resolverThatThrowsIsPassedOver() {
		ErrorPipeline pipeline = this.answers.pipeline().resolvers(List.of((exception, request) -> {
			throw BROKEN;
		}, ErrorResolver.mapping(IllegalArgumentException.class, CommonError.CONFLICT))).build();
		assertThat(answer(pipeline, new IllegalArgumentException())).isEqualTo(CONFLICT);
		assertThat(this.answers.event().failures()).containsExactly(BROKEN);
	}

	@Test
	void resolverThatCannotSayWhetherItResolvesCausesIsPassedOver() {
		ErrorPipeline pipeline = this.answers.pipeline().resolvers(List.of(new ErrorResolver() {

			@Override
			public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
				return null;
			}

			@Override
			public boolean resolvesCauses() {
				throw BROKEN;
			}

		}, ErrorResolver.mapping(IllegalArgumentException.class, CommonError.CONFLICT))).build();
		assertThat(answer(pipeline, new RuntimeException(new IllegalArgumentException()))).isEqualTo(CONFLICT);
		assertThat(this.answers.event().failures()).containsExactly(BROKEN);
	}

	@Test
	void resolverWhoseErrorCannotBeWrittenIsAnsweredAsServerError() {
		ErrorPipeline pipeline = this.answers.pipeline()
			.resolvers(List.of((exception, request) -> ApiError.of(new BrokenCode())))
			.build();
		assertThat(answer(pipeline, new RuntimeException())).isEqualTo(SERVER_ERROR);
		assertThat(this.answers.failures()).containsOnly(FAILURE);
	}

	@Test
	void fallbackThatThrowsIsPassedOver() {
		ErrorPipeline pipeline = this.answers.pipeline().fallback((exception, request) -> {
			throw BROKEN;
		}).build();
		assertThat(answer(pipeline, new RuntimeException())).isEqualTo(SERVER_ERROR);
		assertThat(this.answers.event().failures()).containsExactly(BROKEN);
	}

	@Test
	void faultThatThrowsIsAnsweredAsServerError() {
		ErrorPipeline pipeline = this.answers.pipeline().build();
		assertThat(answer(pipeline, new ApiException(CommonError.CONFLICT) {

			@Override
			public Map<String, Object> facts() {
				throw BROKEN;
			}

		})).isEqualTo(SERVER_ERROR);
		assertThat(this.answers.event().failures()).containsExactly(BROKEN);
	}

	@Test
	void exceptionWhoseMessageAndCauseThrowIsAnsweredAsServerError() {
		ErrorPipeline pipeline = this.answers.pipeline().build();
		assertThat(answer(pipeline, new RuntimeException() {

			@Override
			public String getMessage() {
				throw BROKEN;
			}

			@Override
			public synchronized Throwable getCause() {
				throw BROKEN;
			}

		})).isEqualTo(SERVER_ERROR);
		assertThat(this.answers.event().failures()).containsExactly(BROKEN);
	}

	@Test
	void customizerThatThrowsIsPassedOver() {
		ErrorPipeline pipeline = this.answers.pipeline().customizers(List.of((error, exception, request) -> {
			throw BROKEN;
		}, (error, exception, request) -> error.toBuilder().title("Taken").build())).build();
		assertThat(answer(pipeline, 409)).isEqualTo(CONFLICT.replace("\"Conflict\"", "\"Taken\""));
		assertThat(this.answers.event().failures()).containsExactly(BROKEN);
	}

	@Test
	void customizerThatReturnsNothingIsPassedOver() {
		ErrorCustomizer customizer = new NothingCustomizer();
		ErrorPipeline pipeline = this.answers.pipeline().customizers(List.of(customizer)).build();
		assertThat(answer(pipeline, 409)).isEqualTo(CONFLICT);
		assertThat(this.answers.failures()).containsExactly(
				"java.lang.IllegalStateException: " + NothingCustomizer.class.getName() + " returned no error");
	}

	@Test
	void listenerThatThrowsDoesNotKeepOthersFromBeingTold() {
		ErrorPipeline pipeline = this.answers.pipeline().listeners(List.of((event) -> {
			throw BROKEN;
		}, this.answers)).build();
		assertThat(answer(pipeline, 409)).isEqualTo(CONFLICT);
		assertThat(this.answers.failures()).isEmpty();
	}

	@Test
	void listenerThatThrowsIsLoggedWithTheReference() {
		ErrorPipeline pipeline = this.answers.pipeline().listeners(List.of((event) -> {
			throw BROKEN;
		})).build();
		assertThat(logOf(() -> answer(pipeline, 409))).singleElement().satisfies((line) -> {
			assertThat(line.getMessage()).isEqualTo("An error listener failed, reference ref-1");
			assertThat(line.getThrown()).isSameAs(BROKEN);
		});
	}

	@Test
	void listenerThatThrowsWhatCannotBeLoggedIsLoggedWithoutIt() {
		RuntimeException hostile = new RuntimeException() {

			@Override
			public String getMessage() {
				throw BROKEN;
			}

		};
		ErrorPipeline pipeline = this.answers.pipeline().listeners(List.of((event) -> {
			throw hostile;
		}, this.answers)).build();
		assertThat(logOf(() -> assertThat(answer(pipeline, 409)).isEqualTo(CONFLICT))).singleElement()
			.extracting(LogRecord::getMessage)
			.isEqualTo(
					"An error listener failed, reference ref-1. " + hostile.getClass().getName() + " cannot be logged");
		assertThat(this.answers.failures()).isEmpty();
	}

	@Test
	void listenerThatThrowsAsTheRequestDoesIsLoggedWithoutTheReference() {
		ErrorPipeline pipeline = this.answers.pipeline()
			.listeners(List.of((event) -> event.request().reference()))
			.build();
		ErrorRequest hostile = new HostileRequest();
		assertThat(logOf(() -> pipeline.handle(409, hostile))).singleElement()
			.extracting(LogRecord::getMessage)
			.isEqualTo("An error listener failed, reference unknown");
	}

	private static List<LogRecord> logOf(Runnable action) {
		List<LogRecord> lines = new ArrayList<>();
		Handler handler = new Handler() {

			@Override
			public void publish(LogRecord line) {
				if (line.getThrown() != null) {
					// As Logback does
					line.getThrown().getMessage();
				}
				lines.add(line);
			}

			@Override
			public void flush() {
			}

			@Override
			public void close() {
			}

		};
		Logger logger = Logger.getLogger(ErrorPipeline.class.getName());
		logger.addHandler(handler);
		logger.setUseParentHandlers(false);
		try {
			action.run();
		}
		finally {
			logger.setUseParentHandlers(true);
			logger.removeHandler(handler);
		}
		return lines;
	}

	@Test
	void messageSourceThatThrowsLeavesTheBuiltInText() {
		ErrorPipeline pipeline = this.answers.pipeline().messages((key, locale) -> {
			throw BROKEN;
		}).build();
		assertThat(answer(pipeline, 409)).isEqualTo(CONFLICT);
		assertThat(this.answers.event().failures()).containsExactly(BROKEN);
	}

	private String answer(ErrorPipeline pipeline, Throwable exception) {
		return Answers.text(pipeline.handle(exception, this.request));
	}

	private String answer(ErrorPipeline pipeline, int status) {
		return Answers.text(pipeline.handle(status, this.request));
	}

	private static final class NothingCustomizer implements ErrorCustomizer {

		@Override
		public ApiError customize(ApiError error, @Nullable Throwable exception, ErrorRequest request) {
			return null;
		}

	}

	private record HostileRequest() implements ErrorRequest {

		@Override
		public String method() {
			throw BROKEN;
		}

		@Override
		public String path() {
			throw BROKEN;
		}

		@Override
		public @Nullable String header(String name) {
			throw BROKEN;
		}

		@Override
		public Locale locale() {
			throw BROKEN;
		}

		@Override
		public String reference() {
			throw BROKEN;
		}

		@Override
		public <T> @Nullable T unwrap(Class<T> type) {
			throw BROKEN;
		}

	}

	private record BrokenCode() implements ErrorCode {

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(409, "Broken.").title("Broken");
		}

		@Override
		public String code() {
			throw BROKEN;
		}

	}

}
