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

package io.github.faultbook.pipeline;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * Says what another resolver says, and records who it was.
 *
 * @param resolver the other resolver
 * @param answered where to put a resolver that knows the exception
 * @param failed where to add a resolver that fails
 */
record WatchedErrorResolver(ErrorResolver resolver, AtomicReference<@Nullable ErrorResolver> answered,
		List<ErrorTrial.Failure> failed) implements ErrorResolver {

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		try {
			ApiError error = this.resolver.resolve(exception, request);
			if (error != null) {
				this.answered.set(this.resolver);
			}
			return error;
		}
		catch (Throwable ex) {
			this.failed.add(new ErrorTrial.Failure(this.resolver, ex));
			throw ex;
		}
	}

	@Override
	public boolean resolvesCauses() {
		return this.resolver.resolvesCauses();
	}

}
