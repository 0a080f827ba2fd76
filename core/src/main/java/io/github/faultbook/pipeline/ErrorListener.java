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

/**
 * Callback to be notified of every error, for example to log or count it. Listeners are
 * called in order, after the answer was written to memory and before it is sent, and by
 * many threads at once. If a listener throws an exception, the exception is logged and
 * the next listener is called.
 */
@FunctionalInterface
public interface ErrorListener {

	/**
	 * Called once for each answer.
	 * @param event the error, and the exception that led to it
	 */
	void onError(ErrorEvent event);

}
