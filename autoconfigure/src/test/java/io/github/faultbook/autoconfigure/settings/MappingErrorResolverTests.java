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

package io.github.faultbook.autoconfigure.settings;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.autoconfigure.PlainRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MappingErrorResolver}.
 */
class MappingErrorResolverTests {

	private final Map<Class<?>, ExceptionMapping> mappings = new LinkedHashMap<>();

	@Test
	void classThatIsNotMappedIsNotKnown() {
		map(IOException.class, CommonError.BAD_GATEWAY);
		assertThat(resolve(new IllegalStateException())).isNull();
	}

	@Test
	void mappedClassIsResolved() {
		map(IOException.class, CommonError.BAD_GATEWAY);
		assertThat(resolve(new IOException())).isEqualTo("bad_gateway");
	}

	@Test
	void subclassIsResolved() {
		map(IOException.class, CommonError.BAD_GATEWAY);
		assertThat(resolve(new EOFException() {
		})).isEqualTo("bad_gateway");
	}

	@Test
	void nearestSuperclassCountsWhateverTheOrder() {
		map(IOException.class, CommonError.BAD_GATEWAY);
		map(FileNotFoundException.class, CommonError.RESOURCE_GONE);
		assertThat(resolve(new FileNotFoundException() {
		})).isEqualTo("resource_gone");
	}

	@ParameterizedTest
	@ValueSource(classes = { RuntimeException.class, Exception.class, Throwable.class })
	void rootIsForTheFallbackOnly(Class<?> root) {
		map(root, CommonError.NOT_IMPLEMENTED);
		assertThat(resolve(new IllegalStateException())).isNull();
		assertThat(fallback(new IllegalStateException())).isEqualTo("not_implemented");
	}

	@Test
	void rootOfErrorsIsForTheFallbackOnly() {
		map(Error.class, CommonError.NOT_IMPLEMENTED);
		assertThat(resolve(new StackOverflowError())).isNull();
		assertThat(fallback(new StackOverflowError())).isEqualTo("not_implemented");
	}

	@Test
	void nearestRootCounts() {
		map(Throwable.class, CommonError.BAD_GATEWAY);
		map(RuntimeException.class, CommonError.NOT_IMPLEMENTED);
		assertThat(fallback(new IllegalStateException())).isEqualTo("not_implemented");
		assertThat(fallback(new IOException())).isEqualTo("bad_gateway");
	}

	@Test
	void fallbackKnowsNothingWithoutRoots() {
		assertThat(fallback(new IllegalStateException())).isNull();
	}

	@Test
	void textOfTheExceptionIsNotSent() {
		map(IOException.class, CommonError.BAD_GATEWAY);
		ApiError error = new MappingErrorResolver(this.mappings).resolve(new IOException("secret"), new PlainRequest());
		assertThat(error).usingRecursiveComparison().isEqualTo(ApiError.of(CommonError.BAD_GATEWAY));
	}

	@Test
	void textOfTheMappingIsSent() {
		this.mappings.put(IOException.class, new ExceptionMapping(CommonError.BAD_GATEWAY, "The archive is closed."));
		assertThat(message(new IOException("secret"))).isEqualTo("The archive is closed.");
	}

	@Test
	void textOfTheExceptionIsSentOnRequest() {
		this.mappings.put(IOException.class,
				new ExceptionMapping(CommonError.BAD_GATEWAY, "No archive: {exception.message}"));
		assertThat(message(new IOException("{exception.message} {id}")))
			.isEqualTo("No archive: {exception.message} {id}");
		assertThat(message(new IOException())).isEqualTo(ApiError.of(CommonError.BAD_GATEWAY).message());
	}

	private String message(Throwable exception) {
		return new MappingErrorResolver(this.mappings).resolve(exception, new PlainRequest()).message();
	}

	private void map(Class<?> exception, ErrorCode code) {
		this.mappings.put(exception, new ExceptionMapping(code, null));
	}

	private @Nullable String resolve(Throwable exception) {
		return code(new MappingErrorResolver(this.mappings), exception);
	}

	private @Nullable String fallback(Throwable exception) {
		return code(new MappingErrorResolver(this.mappings).fallback(), exception);
	}

	private static @Nullable String code(ErrorResolver resolver, Throwable exception) {
		ApiError error = resolver.resolve(exception, new PlainRequest());
		return (error != null) ? error.code() : null;
	}

}
