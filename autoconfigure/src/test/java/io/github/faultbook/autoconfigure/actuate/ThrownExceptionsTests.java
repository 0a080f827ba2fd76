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

package io.github.faultbook.autoconfigure.actuate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.log.LogPolicy;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.pipeline.ErrorEvent;
import net.bytebuddy.ByteBuddy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.logging.LogLevel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThrownExceptions}.
 */
class ThrownExceptionsTests {

	private final ThrownExceptions thrown = new ThrownExceptions(
			new LogPolicy(Map.of(), Map.of(), Map.of(), LogLevel.INFO, LogLevel.ERROR));

	@Test
	void countsTheExceptionsOfAClassAndShowsTheLastAnswer() {
		tell(new IOException(), CommonError.CONFLICT);
		tell(new IOException(), CommonError.BAD_GATEWAY);
		assertThat(this.thrown.find("java.io.IOException")).satisfies((answers) -> {
			assertThat(answers.count()).isEqualTo(2);
			assertThat(answers.status()).isEqualTo(502);
			assertThat(answers.code()).isEqualTo("bad_gateway");
			assertThat(answers.logLevel()).isEqualTo(LogLevel.ERROR);
			assertThat(answers.reference()).isEqualTo(ErrorExample.request().reference());
		});
	}

	@Test
	void ignoresErrorsWithoutAnException() {
		tell(null, CommonError.CONFLICT);
		assertThat(this.thrown.all()).isEmpty();
	}

	@Test
	void knowsALimitedNumberOfClassesAndGoesOnCounting() {
		tell(new IOException(), CommonError.CONFLICT);
		List<Exception> exceptions = IntStream.range(0, ThrownExceptions.MAX_CLASSES)
			.mapToObj((i) -> newClass())
			.toList();
		exceptions.forEach((exception) -> tell(exception, CommonError.CONFLICT));
		tell(new IOException(), CommonError.CONFLICT);
		assertThat(this.thrown.all()).hasSize(ThrownExceptions.MAX_CLASSES);
		assertThat(this.thrown.find("java.io.IOException"))
			.satisfies((answers) -> assertThat(answers.count()).isEqualTo(2));
		assertThat(this.thrown.find(exceptions.get(exceptions.size() - 1).getClass().getName())).isNull();
	}

	private static Exception newClass() {
		try {
			return new ByteBuddy().subclass(Exception.class)
				.make()
				.load(ThrownExceptionsTests.class.getClassLoader())
				.getLoaded()
				.getConstructor()
				.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void tell(@Nullable Throwable exception, CommonError code) {
		this.thrown.onError(new ErrorEvent(ApiError.of(code), exception, ErrorExample.request(), List.of()));
	}

}
