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

package io.github.faultbook.format;

import java.util.Locale;

import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request with only those values that templates can contain.
 *
 * @param method the HTTP method
 * @param path the path
 * @param locale the locale
 * @param reference the reference
 */
record TestRequest(String method, String path, Locale locale, String reference) implements ErrorRequest {

	static final TestRequest DEFAULT = new TestRequest("POST", "/orders", Locale.ENGLISH, "ref-1");

	@Override
	public @Nullable String header(String name) {
		return null;
	}

	@Override
	public <T> @Nullable T unwrap(Class<T> type) {
		return null;
	}

}
