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

import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * {@link ErrorReferences} that can always be sent and logged. If the application's bean
 * fails or returns an unusable reference, a random reference is used, and the problem is
 * logged once.
 */
final class CheckedReferences implements ErrorReferences {

	private static final int MAX_LENGTH = 128;

	private final ErrorReferences references;

	private final AtomicBoolean logged = new AtomicBoolean();

	CheckedReferences(ErrorReferences references) {
		this.references = references;
	}

	@Override
	public String next() {
		String reference;
		try {
			reference = this.references.next();
		}
		catch (Throwable ex) {
			return replace("threw an exception", ex);
		}
		return isUsable(reference) ? reference : replace("returned a reference that is null, empty, longer than "
				+ MAX_LENGTH + " characters or more than letters, digits, dots, hyphens and underscores", null);
	}

	private String replace(String problem, @Nullable Throwable failure) {
		if (this.logged.compareAndSet(false, true)) {
			FailureLog.error(ErrorReferences.class, this.references.getClass().getName() + " " + problem
					+ ". Generated references are used in such cases, which is not logged again", failure);
		}
		return ErrorReferences.random();
	}

	private static boolean isUsable(@Nullable String reference) {
		if (reference == null || reference.isEmpty() || reference.length() > MAX_LENGTH) {
			return false;
		}
		for (int i = 0; i < reference.length(); i++) {
			char c = reference.charAt(i);
			boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
			if (!letter && (c < '0' || c > '9') && c != '.' && c != '-' && c != '_') {
				return false;
			}
		}
		return true;
	}

}
