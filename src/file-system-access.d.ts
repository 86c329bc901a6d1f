/** What Chromium has of the File System Access API beside the types of TypeScript (https://wicg.github.io/file-system-access/). */
type FilePickerOptions = {
	id?: string;
	suggestedName?: string;
	types?: { description: string; accept: Record<string, string[]> }[];
};

interface Window {
	showSaveFilePicker?: (options?: FilePickerOptions) => Promise<FileSystemFileHandle>;
	showOpenFilePicker?: (options?: FilePickerOptions) => Promise<FileSystemFileHandle[]>;
}

interface FileSystemHandle {
	queryPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
	requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
}
