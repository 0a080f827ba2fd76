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

package io.github.faultbook.autoconfigure.tomcat;

import java.util.Locale;
import java.util.Objects;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.ContainerLocales;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as Tomcat could read it.
 */
final class TomcatErrorRequest implements ErrorRequest {

	private final Request request;

	private final String reference;

	private final ContainerLocales locales;

	TomcatErrorRequest(Request request, String reference, ContainerLocales locales) {
		this.request = request;
		this.reference = reference;
		this.locales = locales;
	}

	@Override
	public String method() {
		return Objects.requireNonNullElse(this.request.getMethod(), "");
	}

	@Override
	public String path() {
		return Objects.requireNonNullElse(this.request.getRequestURI(), "");
	}

	@Override
	public @Nullable String header(String name) {
		return this.request.getHeader(name);
	}

	@Override
	public Locale locale() {
		return this.locales.choose(header("Accept-Language"), this.request::getLocale);
	}

	@Override
	public String reference() {
		return this.reference;
	}

	@Override
	public <T> @Nullable T unwrap(Class<T> type) {
		return type.isInstance(this.request) ? type.cast(this.request) : null;
	}

}
