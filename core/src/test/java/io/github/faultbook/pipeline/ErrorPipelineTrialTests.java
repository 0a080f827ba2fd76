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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorPipeline#attempt}: what would happen, without that it happens.
 */
class ErrorPipelineTrialTests {

	private static final ErrorResolver CONFLICT = ErrorResolver.mapping(IllegalStateException.class,
			CommonError.CONFLICT);

	private static final ErrorResolver FAILING = (exception, request) -> {
		throw new UnsupportedOperationException("broken");
	};

	private static final ErrorResolver FALLBACK = (exception, request) -> (exception instanceof IOException)
			? ApiError.of(CommonError.BAD_GATEWAY) : null;

	private final Answers answers = new Answers();

	private final List<ErrorEvent> events = new ArrayList<>();

	private final ErrorPipeline pipeline = this.answers.pipeline()
		.resolvers(List.of(FAILING, CONFLICT))
		.fallback(FALLBACK)
		.listeners(List.of(this.events::add))
		.build();

	@Test
	void answerIsThatOfTheRealThing() {
		ErrorTrial trial = attempt(new IllegalStateException());
		assertThat(Answers.text(trial.reply()))
			.isEqualTo(Answers.text(this.pipeline.handle(new IllegalStateException(), new TestRequest())));
		assertThat(trial.event().error().code()).isEqualTo("conflict");
		assertThat(trial.format()).isSameAs(Answers.FORMAT);
	}

	@Test
	void listenersAreNotTold() {
		attempt(new IllegalStateException());
		assertThat(this.events).isEmpty();
	}

	@Test
	void resolverThatKnowsTheExceptionIsNamed() {
		assertThat(attempt(new IllegalStateException()).resolver()).isSameAs(CONFLICT);
		assertThat(attempt(new RuntimeException(new IllegalStateException())).resolver()).isSameAs(CONFLICT);
		assertThat(attempt(new IOException()).resolver()).isSameAs(FALLBACK);
	}

	@Test
	void nobodyIsNamedForWhatTheExceptionOrNobodyKnows() {
		assertThat(attempt(new ApiException(CommonError.CONFLICT)).resolver()).isNull();
		assertThat(attempt(new UnsupportedOperationException()).resolver()).isNull();
	}

	@Test
	void resolverThatFailsIsNamed() {
		ErrorTrial trial = attempt(new IllegalStateException());
		assertThat(trial.failed()).singleElement().satisfies((failure) -> {
			assertThat(failure.resolver()).isSameAs(FAILING);
			assertThat(trial.event().failures()).containsExactly(failure.failure());
		});
	}

	@Test
	void resolverThatIsNotForCausesIsNotAskedAboutThem() {
		ErrorResolver shallow = new ErrorResolver() {

			@Override
			public ApiError resolve(Throwable exception, ErrorRequest request) {
				return CONFLICT.resolve(exception, request);
			}

			@Override
			public boolean resolvesCauses() {
				return false;
			}

		};
		ErrorPipeline pipeline = this.answers.pipeline().resolvers(List.of(shallow)).build();
		assertThat(pipeline.attempt(new RuntimeException(new IllegalStateException()), new TestRequest()).resolver())
			.isNull();
		assertThat(pipeline.attempt(new IllegalStateException(), new TestRequest()).resolver()).isSameAs(shallow);
	}

	@Test
	void errorThatIsKnownAlreadyIsTried() {
		ApiError error = ApiError.of(CommonError.CONFLICT);
		ErrorTrial trial = this.pipeline.attempt(error, new TestRequest());
		assertThat(this.events).isEmpty();
		assertThat(Answers.text(trial.reply())).isEqualTo(Answers.text(this.pipeline.handle(error, new TestRequest())));
		assertThat(trial.resolver()).isNull();
		assertThat(trial.format()).isSameAs(Answers.FORMAT);
	}

	private ErrorTrial attempt(Throwable exception) {
		return this.pipeline.attempt(exception, new TestRequest());
	}

}
