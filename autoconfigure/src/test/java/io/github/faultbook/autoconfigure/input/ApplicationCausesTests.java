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

import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.PlainRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.TypeMismatchException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationCauses}.
 */
class ApplicationCausesTests {

	private final ApplicationCauses causes = new ApplicationCauses(
			() -> Stream.of(ErrorResolver.mapping(RuntimeException.class, CommonError.CONFLICT), neverForCauses()));

	@Test
	void faultAnswersForItself() {
		assertThat(resolve(new ApiException(CommonError.RESOURCE_GONE)).errorCode())
			.isEqualTo(CommonError.RESOURCE_GONE);
	}

	@Test
	void mappedExceptionOfTheApplicationAnswersForItself() {
		assertThat(resolve(new IllegalStateException(new OwnException())).errorCode()).isEqualTo(CommonError.CONFLICT);
	}

	@Test
	void exceptionThatConvertersOfTheFrameworkThrowDoesNot() {
		assertThat(resolve(new IllegalArgumentException())).isNull();
		assertThat(resolve(new java.time.DateTimeException(""))).isNull();
		assertThat(resolve(new TypeMismatchException("x", int.class))).isNull();
	}

	@Test
	void ringOfCausesHasAnEnd() {
		IllegalStateException first = new IllegalStateException();
		first.initCause(new IllegalStateException(first));
		assertThat(resolve(first)).isNull();
	}

	private @Nullable ApiError resolve(Throwable cause) {
		return this.causes.resolve(new TypeMismatchException("x", int.class, cause), new PlainRequest());
	}

	private static ErrorResolver neverForCauses() {
		return new ErrorResolver() {

			@Override
			public ApiError resolve(Throwable exception, io.github.faultbook.ErrorRequest request) {
				throw new IllegalStateException("must not be asked");
			}

			@Override
			public boolean resolvesCauses() {
				return false;
			}

		};
	}

	@SuppressWarnings("serial")
	private static final class OwnException extends RuntimeException {

	}

}
