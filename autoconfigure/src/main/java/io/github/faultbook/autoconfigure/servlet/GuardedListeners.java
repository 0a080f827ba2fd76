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

package io.github.faultbook.autoconfigure.servlet;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import jakarta.servlet.ReadListener;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers exceptions of the listeners for non-blocking input and output, which the
 * container calls outside of all filters. Tomcat would close the connection, and Jetty
 * would end the response as if it were complete; neither would log the exception.
 */
final class GuardedListeners {

	private final ServletErrorHandler handler;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	GuardedListeners(ServletErrorHandler handler, HttpServletRequest request, HttpServletResponse response) {
		this.handler = handler;
		this.request = request;
		this.response = response;
	}

	/**
	 * Guard a listener for output.
	 * @param listener the listener of the application
	 * @param answered whether the application has sent an error itself
	 * @return the listener for the container
	 */
	WriteListener guard(WriteListener listener, BooleanSupplier answered) {
		Guard guard = new Guard(listener::onError, answered);
		return new WriteListener() {

			@Override
			public void onWritePossible() throws IOException {
				guard.call(listener::onWritePossible);
			}

			@Override
			public void onError(Throwable failure) {
				guard.onError(failure);
			}

		};
	}

	/**
	 * Guard a listener for input.
	 * @param listener the listener of the application
	 * @param answered whether the application has sent an error itself
	 * @return the listener for the container
	 */
	ReadListener guard(ReadListener listener, BooleanSupplier answered) {
		Guard guard = new Guard(listener::onError, answered);
		return new ReadListener() {

			@Override
			public void onDataAvailable() throws IOException {
				guard.call(listener::onDataAvailable);
			}

			@Override
			public void onAllDataRead() throws IOException {
				guard.call(listener::onAllDataRead);
			}

			@Override
			public void onError(Throwable failure) {
				guard.onError(failure);
			}

		};
	}

	/**
	 * Something that a container calls.
	 */
	@FunctionalInterface
	private interface Callback {

		void call() throws IOException;

	}

	/**
	 * Guards one listener.
	 */
	private final class Guard {

		private final Consumer<Throwable> onError;

		private final BooleanSupplier answered;

		private @Nullable Throwable failure;

		Guard(Consumer<Throwable> onError, BooleanSupplier answered) {
			this.onError = onError;
			this.answered = answered;
		}

		/**
		 * Call the listener. If it fails, it is told first, as it would be without this
		 * class, and may answer itself. A committed response is left to the container.
		 * @param callback calls the listener
		 * @throws IOException if the listener failed and the response is committed
		 */
		void call(Callback callback) throws IOException {
			try {
				callback.call();
			}
			catch (Throwable ex) {
				onError(ex);
				if (!this.answered.getAsBoolean()) {
					boolean committed = GuardedListeners.this.response.isCommitted();
					GuardedListeners.this.handler.handle(ex, GuardedListeners.this.request,
							GuardedListeners.this.response);
					if (committed) {
						throw ex;
					}
				}
			}
		}

		void onError(Throwable failure) {
			if (this.failure != failure) {
				this.failure = failure;
				this.onError.accept(failure);
			}
		}

	}

}
