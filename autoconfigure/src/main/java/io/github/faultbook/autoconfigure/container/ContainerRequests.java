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

package io.github.faultbook.autoconfigure.container;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorReferences;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Describes requests that a container refuses before Spring MVC can see them.
 */
public final class ContainerRequests {

	private final ErrorReferences references;

	private final ContainerLocales locales;

	/**
	 * Create a description of refused requests.
	 * @param references names the requests
	 * @param environment has the properties that choose the language
	 */
	public ContainerRequests(ErrorReferences references, Environment environment) {
		this.references = references;
		this.locales = new ContainerLocales(environment);
	}

	/**
	 * Describe a request as far as the container could read it.
	 * @param request the request of the container
	 * @param method the method, or {@code null} if it could not be read
	 * @param path the path, or {@code null} if it could not be read
	 * @param headers returns the first value of a header, or {@code null} if there is
	 * none
	 * @param accepted reads the header {@code Accept-Language}; the language of the
	 * virtual machine if it says nothing
	 * @return the request, with a reference of its own
	 */
	public ErrorRequest describe(Object request, @Nullable String method, @Nullable String path,
			Function<String, @Nullable String> headers, Supplier<Locale> accepted) {
		return new RefusedRequest(request, Objects.requireNonNullElse(method, ""), PathParameters.strip(path),
				this.references.next(), headers, () -> this.locales.choose(headers.apply("Accept-Language"), accepted));
	}

	/**
	 * A request that the container refused.
	 *
	 * @param request the request of the container
	 * @param method the method
	 * @param path the path
	 * @param reference the reference
	 * @param headers returns the first value of a header
	 * @param language chooses the language
	 */
	private record RefusedRequest(Object request, String method, String path, String reference,
			Function<String, @Nullable String> headers, Supplier<Locale> language) implements ErrorRequest {

		@Override
		public @Nullable String header(String name) {
			return this.headers.apply(name);
		}

		@Override
		public Locale locale() {
			return this.language.get();
		}

		@Override
		public <T> @Nullable T unwrap(Class<T> type) {
			return type.isInstance(this.request) ? type.cast(this.request) : null;
		}

	}

}
