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
import io.github.faultbook.CommonError;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorPipeline#attempt}: what would happen, without that it happens.
 */
class ErrorPipelineTrialTests {

	private final List<ErrorEvent> events = new ArrayList<>();

	private final ErrorPipeline pipeline = new Answers().pipeline()
		.customizers(List.of((error, exception, request) -> error.toBuilder().fact("by", "customizer").build()))
		.listeners(List.of(this.events::add))
		.build();

	private final ApiError error = ApiError.of(CommonError.CONFLICT);

	@Test
	void answerIsThatOfTheRealThing() {
		ErrorTrial trial = this.pipeline.attempt(this.error, new TestRequest());
		assertThat(Answers.text(trial.reply()))
			.isEqualTo(Answers.text(this.pipeline.handle(this.error, new TestRequest())));
		assertThat(trial.error().facts()).containsEntry("by", "customizer");
		assertThat(trial.format()).isSameAs(Answers.FORMAT);
	}

	@Test
	void listenersAreNotTold() {
		this.pipeline.attempt(this.error, new TestRequest());
		assertThat(this.events).isEmpty();
	}

}
