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

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.pipeline.ErrorReferences;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Describes requests that a container rejects before Spring MVC sees them.
 */
public final class ContainerRequests {

	private final ErrorReferences references;

	private final ContainerLocales locales;

	/**
	 * Create an instance.
	 * @param references creates the references of the requests
	 * @param locales the languages of answers
	 * @param environment the properties of the application, which determine the language
	 */
	public ContainerRequests(ErrorReferences references, SupportedLocales locales, Environment environment) {
		this.references = ErrorReferences.checked(references);
		this.locales = new ContainerLocales(locales, environment);
	}

	/**
	 * Describe a request as far as the container could read it.
	 * @param request the request of the container
	 * @param method the method, or {@code null} if it could not be read
	 * @param path the path, or {@code null} if it could not be read
	 * @param headers returns the values of a header
	 * @param reference the reference of the request
	 * @return the request
	 */
	public ErrorRequest describe(Object request, @Nullable String method, @Nullable String path,
			Function<String, Enumeration<String>> headers, String reference) {
		return new RefusedRequest(request, Objects.requireNonNullElse(method, ""), RequestPath.of(path), reference,
				headers, this.locales);
	}

	/**
	 * Return the reference of a request, which the application may have failed to answer
	 * before.
	 * @param attributes returns an attribute of the request, or {@code null} if it has
	 * none of that name
	 * @param store sets an attribute of the request
	 * @return the reference
	 */
	public String reference(Function<String, @Nullable Object> attributes, BiConsumer<String, Object> store) {
		return RequestReference.of(this.references, attributes, store);
	}

	/**
	 * A request that the container refused.
	 *
	 * @param request the request of the container
	 * @param method the method
	 * @param path the path
	 * @param reference the reference
	 * @param headers returns the values of a header
	 * @param locales chooses the language
	 */
	private record RefusedRequest(Object request, String method, String path, String reference,
			Function<String, Enumeration<String>> headers, ContainerLocales locales) implements ErrorRequest {

		@Override
		public @Nullable String header(String name) {
			Enumeration<String> values = this.headers.apply(name);
			return values.hasMoreElements() ? String.join(", ", Collections.list(values)) : null;
		}

		@Override
		public Locale locale() {
			return this.locales.choose(this.headers.apply("Accept-Language"));
		}

		@Override
		public <T> @Nullable T unwrap(Class<T> type) {
			return type.isInstance(this.request) ? type.cast(this.request) : null;
		}

	}

}
