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

package io.github.faultbook.autoconfigure.jetty;

import java.util.Locale;
import java.util.Objects;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.ContainerLocales;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as Jetty could read it.
 */
final class JettyErrorRequest implements ErrorRequest {

	/**
	 * What Jetty puts in place of a path that it could not read.
	 */
	private static final String UNREADABLE = "/badMessage";

	private final Request request;

	private final String reference;

	private final ContainerLocales locales;

	JettyErrorRequest(Request request, String reference, ContainerLocales locales) {
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
		String path = (this.request.getHttpURI() != null) ? this.request.getHttpURI().getPath() : null;
		return (path != null && !path.equals(UNREADABLE)) ? path : "";
	}

	@Override
	public @Nullable String header(String name) {
		return this.request.getHeaders().get(name);
	}

	@Override
	public Locale locale() {
		return this.locales.choose(header("Accept-Language"), () -> Request.getLocales(this.request).get(0));
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
