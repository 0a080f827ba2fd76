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

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.pipeline.ErrorResolver;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * {@link ErrorResolver} for exceptions that Jetty throws when an application reads a
 * malformed request, as parameters and bodies are parsed only when they are read.
 */
final class JettyErrorResolver implements ErrorResolver {

	private final ErrorCatalog catalog;

	JettyErrorResolver(ErrorCatalog catalog) {
		this.catalog = catalog;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		return (exception instanceof HttpException verdict) ? ApiError.of(this.catalog.forStatus(verdict.getCode()))
				: null;
	}

}
