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

import java.util.List;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.autoconfigure.PlainRequest;
import io.github.faultbook.autoconfigure.ThrowAwayClassLoader;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorPipeline;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for caches of exception classes, which must not keep an undeployed application in
 * memory.
 */
class ClassUnloadingTests {

	private final WireFormat format = new WireFormats(JsonMapper.shared(), null).preset("details-map");

	private final ErrorCatalog catalog = ErrorCatalog.of(List.of());

	private final ErrorPipeline pipeline = ErrorPipeline
		.builder(this.catalog, (request) -> this.format, JsonMapper.shared())
		.resolvers(List.of(new SpringErrorResolver(this.catalog, new StaticMessageSource(), false)))
		.build();

	@Test
	void annotatedExceptionDoesNotPinItsClassLoader() throws Exception {
		assertThat(handle(AnnotatedException.class, 409).isUnloaded()).isTrue();
	}

	@Test
	void unknownExceptionDoesNotPinItsClassLoader() throws Exception {
		assertThat(handle(UnknownException.class, 500).isUnloaded()).isTrue();
	}

	private ThrowAwayClassLoader.Watch handle(Class<? extends Exception> original, int status) throws Exception {
		Class<?> type = ThrowAwayClassLoader.load(original);
		for (int i = 0; i < 3; i++) {
			Exception exception = (Exception) type.getDeclaredConstructor().newInstance();
			assertThat(this.pipeline.handle(exception, new PlainRequest()).status()).isEqualTo(status);
		}
		return ThrowAwayClassLoader.watch(type);
	}

	@SuppressWarnings("serial")
	@ResponseStatus(HttpStatus.CONFLICT)
	public static class AnnotatedException extends Exception {

	}

	@SuppressWarnings("serial")
	public static class UnknownException extends Exception {

	}

}
