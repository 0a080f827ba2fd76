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

import org.jspecify.annotations.Nullable;

/**
 * Tells listeners that a fact or a header, or a part of one, was left out of an answer.
 * It is never thrown out of the pipeline. It has no stack trace, but may have a cause.
 */
public final class UnwritablePartException extends RuntimeException {

	UnwritablePartException(String problem) {
		this(problem, null);
	}

	UnwritablePartException(String problem, @Nullable Throwable cause) {
		super(problem, cause, false, false);
	}

}
