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

package io.github.faultbook.autoconfigure.reactive;

import reactor.util.context.ContextView;

/**
 * Callback to let the thread that answers an error see the context of the request, such
 * as its trace, which a reactive application does not keep in the thread.
 */
@FunctionalInterface
public interface ReactiveErrorScope {

	/**
	 * A scope that changes nothing.
	 */
	ReactiveErrorScope NONE = (context) -> () -> {
	};

	/**
	 * Open the scope of a request.
	 * @param context the Reactor context of the request
	 * @return closes the scope, is called in the same thread and must not fail
	 */
	Runnable open(ContextView context);

}
